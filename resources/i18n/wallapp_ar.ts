<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_MA" sourcelanguage="en">
<context>
    <name>CameraModel</name>
    <message>
        <source>without a site</source>
        <translation>بلا موقع</translation>
    </message>
</context>
<context>
    <name>CameraRow</name>
    <message>
        <source>without a site</source>
        <translation>بلا موقع</translation>
    </message>
    <message>
        <source>{live} of {total}</source>
        <translation>{live} من {total}</translation>
    </message>
</context>
<context>
    <name>EntryBar</name>
    <message>
        <source>104 camera to tile · L2 layout · 4x4 grid · H health · ? help</source>
        <translation>104 كاميرا · L2 تخطيط · 4x4 شبكة · H الحالة · ? مساعدة</translation>
    </message>
    <message>
        <source>Entry line: a camera number or a command, then Enter</source>
        <translation>سطر الإدخال: رقم كاميرا أو أمر، ثم Enter</translation>
    </message>
    <message>
        <source>Do it (Enter)</source>
        <translation>نفّذ (Enter)</translation>
    </message>
    <message>
        <source>Last messages</source>
        <translation>آخر الرسائل</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>This station has no cameras yet. What shall it show?</source>
        <translation>لا كاميرات في هذه المحطة بعد. ماذا تعرض؟</translation>
    </message>
    <message>
        <source>The simulated city, to try the wall</source>
        <translation>المدينة المحاكاة، لتجربة الجدار</translation>
    </message>
    <message>
        <source>My cameras, from a cameras.csv file…</source>
        <translation>كاميراتي، من ملف cameras.csv…</translation>
    </message>
    <message>
        <source>Import these cameras</source>
        <translation>استيراد هذه الكاميرات</translation>
    </message>
    <message>
        <source>A cameras file</source>
        <translation>ملف كاميرات</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>جداول (*.csv)</translation>
    </message>
</context>
<context>
    <name>HealthModel</name>
    <message>
        <source>in {seconds} s</source>
        <translation>بعد {seconds} ث</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>الكاميرا</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>المالك</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>منذ</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>المحاولة</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>البث</translation>
    </message>
    <message>
        <source>Codec</source>
        <translation>الترميز</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Fps</source>
        <translation>إ/ث</translation>
    </message>
    <message>
        <source>Dec.</source>
        <translation>المفكك</translation>
    </message>
    <message>
        <source>Stalls</source>
        <translation>توقفات</translation>
    </message>
    <message>
        <source>Reconn.</source>
        <translation>إعادات</translation>
    </message>
    <message>
        <source>Number of the camera</source>
        <translation>رقم الكاميرا</translation>
    </message>
    <message>
        <source>Name of the camera</source>
        <translation>اسم الكاميرا</translation>
    </message>
    <message>
        <source>Owner of the camera</source>
        <translation>مالك الكاميرا</translation>
    </message>
    <message>
        <source>State of the picture</source>
        <translation>حالة الصورة</translation>
    </message>
    <message>
        <source>Down since (local time)</source>
        <translation>معطلة منذ (التوقيت المحلي)</translation>
    </message>
    <message>
        <source>Why there is no good picture</source>
        <translation>سبب غياب صورة سليمة</translation>
    </message>
    <message>
        <source>When the next try begins</source>
        <translation>موعد المحاولة التالية</translation>
    </message>
    <message>
        <source>Stream in use</source>
        <translation>البث المستعمل</translation>
    </message>
    <message>
        <source>Codec of the stream</source>
        <translation>ترميز البث</translation>
    </message>
    <message>
        <source>Size of the source picture</source>
        <translation>مقاس صورة المصدر</translation>
    </message>
    <message>
        <source>Frames a second from the source</source>
        <translation>عدد الإطارات في الثانية من المصدر</translation>
    </message>
    <message>
        <source>Number of the decoder process</source>
        <translation>رقم عملية فك الترميز</translation>
    </message>
    <message>
        <source>Stalls in the last hour</source>
        <translation>عدد التوقفات خلال الساعة الأخيرة</translation>
    </message>
    <message>
        <source>Reconnects in the last hour</source>
        <translation>عدد مرات إعادة الاتصال خلال الساعة الأخيرة</translation>
    </message>
</context>
<context>
    <name>HealthPage</name>
    <message>
        <source>Release from quarantine</source>
        <translation>إخراج من الحجر</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>أعد المحاولة الآن</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>حالة الكاميرات</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>تصفية</translation>
    </message>
    <message>
        <source>Filter the cameras</source>
        <translation>تصفية الكاميرات</translation>
    </message>
    <message>
        <source>only cameras on the wall</source>
        <translation>كاميرات الجدار فقط</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Cameras and their health, the worst first</source>
        <translation>الكاميرات وحالتها، الأسوأ أولا</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Help</source>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>The help page is missing from this installation.</source>
        <translation>صفحة المساعدة غير موجودة في هذا التثبيت.</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Texts and controls at {percent} % from the next start on</source>
        <translation>النصوص والأزرار بحجم {percent} % ابتداء من التشغيل القادم</translation>
    </message>
    <message>
        <source>The window&apos;s settings were damaged: it starts as new, the old file was put aside</source>
        <translation>إعدادات النافذة كانت تالفة: بدأت من جديد وحُفظ الملف القديم جانبا</translation>
    </message>
    <message>
        <source>The last wall cannot be read: recall a layout, or put cameras on the tiles</source>
        <translation>تعذرت قراءة الجدار السابق: استدعِ تخطيطا أو ضع كاميرات في المربعات</translation>
    </message>
    <message>
        <source>The last wall cannot be read now: {reason}</source>
        <translation>تتعذر الآن قراءة الجدار السابق: {reason}</translation>
    </message>
    <message>
        <source>What is on the wall cannot be kept for a restart: {reason}</source>
        <translation>يتعذر حفظ الجدار لإعادة التشغيل: {reason}</translation>
    </message>
</context>
<context>
    <name>LayoutTabs</name>
    <message>
        <source>Layout {number} {name}: click, or type L{number} and Enter</source>
        <translation>التخطيط {number} {name}: انقر، أو اكتب L{number} ثم Enter</translation>
    </message>
    <message>
        <source>no saved layout yet: type S1 and Enter to keep this wall</source>
        <translation>لا تخطيط محفوظ بعد: اكتب S1 ثم Enter لحفظ هذا الجدار</translation>
    </message>
    <message>
        <source>Save this wall as a layout (Ctrl+S)</source>
        <translation>حفظ هذا الجدار كتخطيط (Ctrl+S)</translation>
    </message>
    <message>
        <source>Save this wall as a layout</source>
        <translation>حفظ هذا الجدار كتخطيط</translation>
    </message>
    <message>
        <source>Saved layouts</source>
        <translation>التخطيطات المحفوظة</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Delete layout {number}? The wall stays as it is.</source>
        <translation>هل تريد حذف التخطيط {number}؟ يبقى الجدار كما هو.</translation>
    </message>
    <message>
        <source>Delete a layout</source>
        <translation>حذف تخطيط</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Drawing the simulated city, once: {done} of {total} cameras</source>
        <translation>رسم المدينة المحاكاة مرة واحدة: {done} من {total} كاميرا</translation>
    </message>
    <message>
        <source>The simulated city is complete</source>
        <translation>اكتملت المدينة المحاكاة</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>{distance} km</source>
        <translation>{distance} كم</translation>
    </message>
    <message>
        <source>{distance} m</source>
        <translation>{distance} م</translation>
    </message>
    <message>
        <source>N</source>
        <comment>north, on the map&apos;s arrow</comment>
        <translation>ش</translation>
    </message>
    <message>
        <source>locked: {level}</source>
        <translation>مقفلة: {level}</translation>
    </message>
    <message>
        <source>{count} cameras</source>
        <translation>{count} كاميرات</translation>
    </message>
    <message>
        <source>Map of the cameras</source>
        <translation>خريطة الكاميرات</translation>
    </message>
</context>
<context>
    <name>MapPanel</name>
    <message>
        <source>No camera picked</source>
        <translation>لم تُختر أي كاميرا</translation>
    </message>
    <message>
        <source>Camera {number} has no place in the register</source>
        <translation>لا موقع للكاميرا {number} في السجل</translation>
    </message>
    <message>
        <source>Nearest to {place}</source>
        <translation>الأقرب إلى {place}</translation>
    </message>
    <message>
        <source>may look at it</source>
        <translation>قد تنظر إليه</translation>
    </message>
    <message>
        <source>looks at it</source>
        <translation>تنظر إليه</translation>
    </message>
    <message>
        <source>looks elsewhere</source>
        <translation>تنظر إلى جهة أخرى</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>الخريطة</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Show all cameras (Home)</source>
        <translation>إظهار كل الكاميرات (Home)</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>تصغير</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>تكبير</translation>
    </message>
    <message>
        <source>Back to the side (Shift+F3)</source>
        <translation>إعادتها إلى الجانب (Shift+F3)</translation>
    </message>
    <message>
        <source>In place of the wall (Shift+F3)</source>
        <translation>مكان الجدار (Shift+F3)</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>إخفاء</translation>
    </message>
    <message>
        <source>Hide the map (F3)</source>
        <translation>إخفاء الخريطة (F3)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Nearest cameras: Enter puts one on the selected tile</source>
        <translation>أقرب الكاميرات: يضع Enter واحدة منها في المربع المحدد</translation>
    </message>
    <message>
        <source>{count} cameras without a place</source>
        <translation>{count} كاميرات بلا موقع</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Wall</source>
        <translation>الجدار</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>التخطيط</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>العرض</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>Snapshot of the selected tile</source>
        <translation>لقطة للمربع المحدد</translation>
    </message>
    <message>
        <source>Snapshot of the whole wall</source>
        <translation>لقطة للجدار كله</translation>
    </message>
    <message>
        <source>Wall only, full screen</source>
        <translation>الجدار وحده، ملء الشاشة</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>خروج</translation>
    </message>
    <message>
        <source>Save this wall…</source>
        <translation>حفظ هذا الجدار…</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>استدعاء</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>الشبكة</translation>
    </message>
    <message>
        <source>Size of texts</source>
        <translation>حجم النصوص</translation>
    </message>
    <message>
        <source>Find a camera</source>
        <translation>البحث عن كاميرا</translation>
    </message>
    <message>
        <source>Entry line</source>
        <translation>سطر الإدخال</translation>
    </message>
    <message>
        <source>Health of the cameras</source>
        <translation>حالة الكاميرات</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>الخريطة</translation>
    </message>
    <message>
        <source>Map in place of the wall</source>
        <translation>الخريطة مكان الجدار</translation>
    </message>
    <message>
        <source>Help and keys</source>
        <translation>المساعدة والمفاتيح</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Save the wall as a layout</source>
        <translation>حفظ الجدار كتخطيط</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Replaces layout {number} {name}</source>
        <translation>يحل محل التخطيط {number} {name}</translation>
    </message>
</context>
<context>
    <name>SnapshotDesk</name>
    <message>
        <source>The selected tile is empty: no snapshot was taken</source>
        <translation>المربع المحدد فارغ: لم تؤخذ أي لقطة</translation>
    </message>
    <message>
        <source>Snapshot {name}</source>
        <translation>لقطة {name}</translation>
    </message>
    <message>
        <source>No snapshot was kept: there is no picture to keep</source>
        <translation>لم تُحفظ أي لقطة: لا توجد صورة</translation>
    </message>
    <message>
        <source>No snapshot was kept: the disk of {folder} is full, make room there</source>
        <translation>لم تُحفظ أي لقطة: قرص {folder} ممتلئ، أفرغ مساحة فيه</translation>
    </message>
    <message>
        <source>No snapshot was kept: {folder} cannot be written</source>
        <translation>لم تُحفظ أي لقطة: تتعذر الكتابة في {folder}</translation>
    </message>
</context>
<context>
    <name>SourcesPanel</name>
    <message>
        <source>number or name</source>
        <translation>رقم أو اسم</translation>
    </message>
    <message>
        <source>Find a camera by number, name or owner</source>
        <translation>البحث عن كاميرا بالرقم أو الاسم أو المالك</translation>
    </message>
    <message>
        <source>Enter puts the first hit on the selected tile (Ctrl+F)</source>
        <translation>يضع Enter أول نتيجة في المربع المحدد (Ctrl+F)</translation>
    </message>
    <message>
        <source>Cameras by owner and site</source>
        <translation>الكاميرات حسب المالك والموقع</translation>
    </message>
    <message>
        <source>No camera has this number or name.</source>
        <translation>لا توجد كاميرا بهذا الرقم أو الاسم.</translation>
    </message>
</context>
<context>
    <name>TopStrip</name>
    <message>
        <source>Time of day</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>التوقيت المحلي</translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>not watched</source>
        <translation>غير معروضة</translation>
    </message>
    <message>
        <source>Back to the layout</source>
        <translation>العودة إلى التخطيط</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>تكبير</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>إظهار الصورة كاملة</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>لقطة</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>البث</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>أعد المحاولة الآن</translation>
    </message>
    <message>
        <source>Take the camera off</source>
        <translation>إزالة الكاميرا</translation>
    </message>
    <message>
        <source>By the tile&apos;s size</source>
        <translation>حسب مقاس المربع</translation>
    </message>
    <message>
        <source>No camera {number}</source>
        <translation>لا توجد كاميرا {number}</translation>
    </message>
    <message>
        <source>not in the register, or without an address</source>
        <translation>غير مسجلة، أو بلا عنوان</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>جارٍ الاتصال</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>صامتة</translation>
    </message>
    <message>
        <source>not live</source>
        <translation>ليست مباشرة</translation>
    </message>
    <message>
        <source>frozen at source</source>
        <translation>مجمّدة من المصدر</translation>
    </message>
    <message>
        <source>overview, {age} old</source>
        <translation>عرض عام، عمره {age}</translation>
    </message>
    <message>
        <source>Lost · {cause}</source>
        <translation>مفقودة · {cause}</translation>
    </message>
    <message>
        <source>Closed by its owner</source>
        <translation>أغلقها مالكها</translation>
    </message>
    <message>
        <source>Quarantined</source>
        <translation>في الحجر</translation>
    </message>
    <message>
        <source>release it with “Try now”</source>
        <translation>أخرجها عبر «أعد المحاولة الآن»</translation>
    </message>
    <message>
        <source>Refused · {cause}</source>
        <translation>مرفوضة · {cause}</translation>
    </message>
    <message>
        <source>mend it, then “Try now”</source>
        <translation>أصلح الخلل ثم «أعد المحاولة الآن»</translation>
    </message>
    <message>
        <source>late {age}</source>
        <translation>متأخرة {age}</translation>
    </message>
    <message>
        <source>trying now</source>
        <translation>تجري المحاولة</translation>
    </message>
    <message>
        <source>next try in {seconds} s</source>
        <translation>المحاولة التالية بعد {seconds} ث</translation>
    </message>
    <message>
        <source>down since {time}</source>
        <translation>معطلة منذ {time}</translation>
    </message>
    <message>
        <source>zoom {factor}×</source>
        <translation>تقريب {factor}×</translation>
    </message>
    <message>
        <source>{stream}, pinned</source>
        <translation>{stream}، مثبت</translation>
    </message>
    <message>
        <source>tile {number}</source>
        <translation>المربع {number}</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>فارغة</translation>
    </message>
    <message>
        <source>live</source>
        <translation>مباشرة</translation>
    </message>
    <message>
        <source>late</source>
        <translation>متأخرة</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>قديمة</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>مفقودة</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>مجمّدة</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>قيد الاتصال</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>مغلقة</translation>
    </message>
    <message>
        <source>quarantined</source>
        <translation>في الحجر</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>مرفوضة</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>تعذر الوصول إليها</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>رُفض الاتصال</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>لا جواب</translation>
    </message>
    <message>
        <source>wrong user or password</source>
        <translation>اسم المستخدم أو كلمة السر خطأ</translation>
    </message>
    <message>
        <source>access forbidden</source>
        <translation>الدخول ممنوع</translation>
    </message>
    <message>
        <source>no such stream</source>
        <translation>لا وجود لهذا البث</translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation>شهادة غير موثوقة</translation>
    </message>
    <message>
        <source>ended by the camera</source>
        <translation>أنهته الكاميرا</translation>
    </message>
    <message>
        <source>unreadable video</source>
        <translation>فيديو غير مقروء</translation>
    </message>
    <message>
        <source>format not allowed</source>
        <translation>صيغة غير مسموحة</translation>
    </message>
    <message>
        <source>address not allowed</source>
        <translation>عنوان غير مسموح</translation>
    </message>
    <message>
        <source>picture too large</source>
        <translation>الصورة كبيرة جدا</translation>
    </message>
    <message>
        <source>too much data</source>
        <translation>بيانات أكثر من المسموح</translation>
    </message>
    <message>
        <source>camera clock runs wild</source>
        <translation>ساعة الكاميرا مختلة</translation>
    </message>
    <message>
        <source>no password in the vault</source>
        <translation>لا كلمة سر في الخزنة</translation>
    </message>
    <message>
        <source>owner&apos;s connections used up</source>
        <translation>استُنفدت اتصالات المالك</translation>
    </message>
    <message>
        <source>decoder died</source>
        <translation>توقف مفكك الترميز</translation>
    </message>
    <message>
        <source>decoder hung</source>
        <translation>تجمّد مفكك الترميز</translation>
    </message>
    <message>
        <source>decoder out of memory</source>
        <translation>نفدت ذاكرة مفكك الترميز</translation>
    </message>
    <message>
        <source>unclear, see health</source>
        <translation>سبب غير واضح، انظر الحالة</translation>
    </message>
    <message>
        <source>mosaic</source>
        <translation>فسيفساء</translation>
    </message>
    <message>
        <source>silhouette</source>
        <translation>ظلّي</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>واضحة</translation>
    </message>
    <message>
        <source>main</source>
        <translation>رئيسي</translation>
    </message>
    <message>
        <source>sub</source>
        <translation>فرعي</translation>
    </message>
    <message>
        <source>overview</source>
        <translation>عرض عام</translation>
    </message>
    <message>
        <source>City</source>
        <translation>المدينة</translation>
    </message>
    <message>
        <source>Tramway</source>
        <translation>الترامواي</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>بنك</translation>
    </message>
    <message>
        <source>School</source>
        <translation>مدرسة</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>متجر</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>الميناء</translation>
    </message>
    <message>
        <source>Hospital</source>
        <translation>مستشفى</translation>
    </message>
    <message>
        <source>Hotel</source>
        <translation>فندق</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>آخر</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>لا صورة</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} ث</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} د {seconds} ث</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} س {minutes} د</translation>
    </message>
</context>
<context>
    <name>WallCommands</name>
    <message>
        <source>Layout {number} {name} exists: press Enter again to replace it</source>
        <translation>التخطيط {number} {name} موجود: اضغط Enter مرة أخرى لاستبداله</translation>
    </message>
    <message>
        <source>There is no camera {number}</source>
        <translation>لا توجد كاميرا برقم {number}</translation>
    </message>
    <message>
        <source>{number} {name} on tile {tile}</source>
        <translation>{number} {name} في المربع {tile}</translation>
    </message>
    <message>
        <source>There is no layout {number}</source>
        <translation>لا يوجد تخطيط برقم {number}</translation>
    </message>
    <message>
        <source>Layout {number} cannot be read: save it again or delete it</source>
        <translation>تتعذر قراءة التخطيط {number}: احفظه من جديد أو احذفه</translation>
    </message>
    <message>
        <source>Layouts cannot be read now: {reason}</source>
        <translation>تتعذر الآن قراءة التخطيطات: {reason}</translation>
    </message>
    <message>
        <source>Layout {number} {name}</source>
        <translation>التخطيط {number} {name}</translation>
    </message>
    <message>
        <source>The layout was not saved: {reason}</source>
        <translation>لم يُحفظ التخطيط: {reason}</translation>
    </message>
    <message>
        <source>Saved as layout {number} {name}</source>
        <translation>حُفظ كتخطيط {number} {name}</translation>
    </message>
    <message>
        <source>The layout was not deleted: {reason}</source>
        <translation>لم يُحذف التخطيط: {reason}</translation>
    </message>
    <message>
        <source>Layout {number} deleted</source>
        <translation>حُذف التخطيط {number}</translation>
    </message>
    <message>
        <source>There is no grid {name}: take {presets}, or rows x columns such as 4x3</source>
        <translation>لا توجد شبكة ⁦{name}⁩: اختر ⁦{presets}⁩، أو صفوف x أعمدة مثل 4x3</translation>
    </message>
    <message>
        <source>Grid {name}</source>
        <translation>شبكة ⁦{name}⁩</translation>
    </message>
    <message>
        <source>Trying camera {number} again</source>
        <translation>تُعاد محاولة الكاميرا {number}</translation>
    </message>
    <message>
        <source>Camera {number} stands on no tile: type {number} and Enter to show it</source>
        <translation>الكاميرا {number} ليست في أي مربع: اكتب {number} ثم Enter لعرضها</translation>
    </message>
    <message>
        <source>Nothing was typed</source>
        <translation>لم يُكتب شيء</translation>
    </message>
    <message>
        <source>“{line}” is no command: type a camera number, L2, S2, 4x4, 1+5, H or ?</source>
        <translation>«{line}» ليس أمرا: اكتب رقم كاميرا أو L2 أو S2 أو 4x4 أو ⁦1+5⁩ أو H أو ?</translation>
    </message>
    <message>
        <source>“{line}” is no camera number: they run from 1 to 999999</source>
        <translation>«{line}» ليس رقم كاميرا: الأرقام من 1 إلى 999999</translation>
    </message>
    <message>
        <source>“{line}” is no layout number: they run from 1 to 999</source>
        <translation>«{line}» ليس رقم تخطيط: الأرقام من 1 إلى 999</translation>
    </message>
    <message>
        <source>Which layout? Type its number too, such as L2 or S2</source>
        <translation>أي تخطيط؟ اكتب رقمه أيضا، مثل L2 أو S2</translation>
    </message>
</context>
</TS>
