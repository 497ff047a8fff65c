<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_MA" sourcelanguage="en">
<context>
    <name>Access</name>
    <message>
        <source>A life at risk</source>
        <translation>حياة في خطر</translation>
    </message>
    <message>
        <source>Intrusion</source>
        <translation>اقتحام</translation>
    </message>
    <message>
        <source>Fire</source>
        <translation>حريق</translation>
    </message>
    <message>
        <source>Crowd</source>
        <translation>تجمهر</translation>
    </message>
    <message>
        <source>Traffic accident</source>
        <translation>حادثة سير</translation>
    </message>
    <message>
        <source>Missing person</source>
        <translation>شخص مفقود</translation>
    </message>
    <message>
        <source>Public order</source>
        <translation>النظام العام</translation>
    </message>
    <message>
        <source>Technical check</source>
        <translation>فحص تقني</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>تمرين</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>مشغّل</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>مشرف</translation>
    </message>
    <message>
        <source>owner&apos;s representative</source>
        <translation>ممثل المالك</translation>
    </message>
    <message>
        <source>auditor</source>
        <translation>مدقق</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>مسؤول النظام</translation>
    </message>
    <message>
        <source>trainer</source>
        <translation>مدرّب</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>قيد الانتظار</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>تمت الموافقة</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>مسحوب</translation>
    </message>
    <message>
        <source>expired, nobody decided in time</source>
        <translation>انتهت المهلة دون قرار</translation>
    </message>
    <message>
        <source>no longer possible</source>
        <translation>لم يعد ممكنا</translation>
    </message>
    <message>
        <source>its time was over</source>
        <translation>انتهت المدة</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>ملغى</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>معاد</translation>
    </message>
    <message>
        <source>stopped by a lock</source>
        <translation>أوقفه قفل</translation>
    </message>
    <message>
        <source> or </source>
        <translation> أو </translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} ث</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} د</translation>
    </message>
    <message>
        <source>the owner&apos;s representative</source>
        <translation>ممثل المالك</translation>
    </message>
    <message>
        <source>{leg} {count} of {needed}</source>
        <translation>{leg} {count} من {needed}</translation>
    </message>
    <message>
        <source> and </source>
        <translation> و </translation>
    </message>
    <message>
        <source>{count} × {whom}</source>
        <translation>{count} × {whom}</translation>
    </message>
    <message>
        <source>Must agree: {who}</source>
        <translation>يجب أن يوافق: {who}</translation>
    </message>
    <message>
        <source>At most {time}</source>
        <translation>{time} على الأكثر</translation>
    </message>
    <message>
        <source>Expires undecided after {time}</source>
        <translation>تنتهي دون قرار بعد {time}</translation>
    </message>
    <message>
        <source>Opens at once on {facts}</source>
        <translation>تُفتح فورا عند {facts}</translation>
    </message>
    <message>
        <source>Break-glass not possible</source>
        <translation>الفتح الطارئ غير ممكن</translation>
    </message>
    <message>
        <source>Break-glass not possible for {numbers}</source>
        <translation>الفتح الطارئ غير ممكن للكاميرا {numbers}</translation>
    </message>
    <message>
        <source>Break-glass possible, at most {time}</source>
        <translation>الفتح الطارئ ممكن، {time} على الأكثر</translation>
    </message>
</context>
<context>
    <name>AccessPanel</name>
    <message>
        <source>{open} open · {asked} asked</source>
        <translation>{open} مفتوح · {asked} مطلوب</translation>
    </message>
    <message>
        <source>clear until {time}</source>
        <translation>واضحة حتى {time}</translation>
    </message>
    <message>
        <source>Give back {numbers}</source>
        <translation>إعادة {numbers}</translation>
    </message>
    <message>
        <source>More time…</source>
        <translation>وقت إضافي…</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Withdraw the request for {names}</source>
        <translation>سحب طلب {names}</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>سحب</translation>
    </message>
    <message>
        <source>agreed: {who}</source>
        <translation>وافق: {who}</translation>
    </message>
    <message>
        <source>waiting for {who}</source>
        <translation>في انتظار {who}</translation>
    </message>
    <message>
        <source>its time was over</source>
        <translation>انتهت المدة</translation>
    </message>
    <message>
        <source>{why}, the decoder has not confirmed it yet</source>
        <translation>{why}، لم يؤكده مفكك الترميز بعد</translation>
    </message>
    <message>
        <source>closed {time}: {why}</source>
        <translation>أُغلق {time}: {why}</translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <translation>{name} و{count} أخرى</translation>
    </message>
    <message>
        <source>The request was withdrawn</source>
        <translation>سُحب الطلب</translation>
    </message>
    <message>
        <source>Given back; the picture closes</source>
        <translation>أُعيد؛ الصورة تُغلق</translation>
    </message>
    <message>
        <source>My access</source>
        <translation>ولوجي</translation>
    </message>
    <message>
        <source>Ask (R)</source>
        <translation>طلب (R)</translation>
    </message>
    <message>
        <source>Ask for access to a camera</source>
        <translation>طلب الولوج إلى كاميرا</translation>
    </message>
    <message>
        <source>Nothing asked for and nothing open. Select a private camera and press R.</source>
        <translation>لا طلب ولا صورة مفتوحة. اختر كاميرا خاصة واضغط R.</translation>
    </message>
    <message>
        <source>The store does not answer: what is shown here may be old.</source>
        <translation>قاعدة البيانات لا تجيب: قد يكون المعروض هنا قديما.</translation>
    </message>
</context>
<context>
    <name>AgreementForm</name>
    <message>
        <source>Propose a change for {owner}</source>
        <translation>اقتراح تغيير لـ {owner}</translation>
    </message>
    <message>
        <source>Longest clear view, min</source>
        <translation>أطول مشاهدة واضحة، د</translation>
    </message>
    <message>
        <source>Request waits at most, min</source>
        <translation>أقصى انتظار للطلب، د</translation>
    </message>
    <message>
        <source>Break-glass at most, s (0: not allowed)</source>
        <translation>الفتح الطارئ على الأكثر، ث (0: ممنوع)</translation>
    </message>
    <message>
        <source>Denials that end a request</source>
        <translation>عدد مرات الرفض التي تنهي الطلب</translation>
    </message>
    <message>
        <source>May be asked for</source>
        <translation>يمكن الطلب من أجل</translation>
    </message>
    <message>
        <source>Who must agree</source>
        <translation>من يجب أن يوافق</translation>
    </message>
    <message>
        <source>Without asking</source>
        <translation>دون طلب</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>الكاميرات</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>اقتراح</translation>
    </message>
</context>
<context>
    <name>AgreementPage</name>
    <message>
        <source>Agreements</source>
        <translation>الاتفاقات</translation>
    </message>
    <message>
        <source>Versions of the owners&apos; agreements, the newest first</source>
        <translation>نسخ اتفاقات المالكين، الأحدث أولا</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>المالك</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>النسخة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>حُررت</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>وقّعها</translation>
    </message>
    <message>
        <source>No agreement yet. Nothing of an owner opens before there is one in force.</source>
        <translation>لا اتفاق بعد. لا يُفتح شيء لمالك قبل سريان اتفاق.</translation>
    </message>
    <message>
        <source>Propose a change (P)</source>
        <translation>اقتراح تغيير (P)</translation>
    </message>
    <message>
        <source>Countersign (S)</source>
        <translation>توقيع الموافقة (S)</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>سارية</translation>
    </message>
    <message>
        <source>waits for its owner</source>
        <translation>تنتظر مالكها</translation>
    </message>
    <message>
        <source>Against version {version}, which is in force; what differs is marked.</source>
        <translation>مقارنة بالنسخة السارية {version}؛ ما يختلف معلّم.</translation>
    </message>
    <message>
        <source>superseded</source>
        <translation>حلت محلها أخرى</translation>
    </message>
    <message>
        <source>countersigned, waits for the trust list</source>
        <translation>وُقّعت، تنتظر قائمة الثقة</translation>
    </message>
    <message>
        <source>This is in force.</source>
        <translation>هذه سارية.</translation>
    </message>
    <message>
        <source>There is none in force yet: all of it would be new.</source>
        <translation>لا اتفاق ساريا بعد: كل شيء سيكون جديدا.</translation>
    </message>
    <message>
        <source>Agree to version {version} in the name of {owner}</source>
        <translation>الموافقة على النسخة {version} باسم {owner}</translation>
    </message>
    <message>
        <source>Countersigned. It takes force with the next trust list.</source>
        <translation>وُقّعت. تسري مع قائمة الثقة التالية.</translation>
    </message>
    <message>
        <source>Version {version} is proposed; its owner has to countersign it.</source>
        <translation>اقتُرحت النسخة {version}؛ على مالكها توقيعها.</translation>
    </message>
</context>
<context>
    <name>AlarmBadge</name>
    <message>
        <source>{alarms} to look at</source>
        <translation>{alarms} بحاجة إلى نظر</translation>
    </message>
</context>
<context>
    <name>AlarmFloor</name>
    <message>
        <source>Alarms</source>
        <translation>الإنذارات</translation>
    </message>
    <message>
        <source>There are no alarms</source>
        <translation>لا توجد إنذارات</translation>
    </message>
    <message>
        <source>Alarm: {what}</source>
        <translation>إنذار: {what}</translation>
    </message>
    <message>
        <source>Incident {number} opened from the alarm: {title}</source>
        <translation>فُتح الحادث {number} من الإنذار: {title}</translation>
    </message>
    <message>
        <source>Confirmed under your name: {what}</source>
        <translation>تم التأكيد باسمك: {what}</translation>
    </message>
</context>
<context>
    <name>AlarmPage</name>
    <message>
        <source>Alarm</source>
        <translation>إنذار</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>الأولوية</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>ما هو معروف</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Its reference</source>
        <translation>مرجعه</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>الكاميرا</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Says of</source>
        <translation>يفيد بـ</translation>
    </message>
    <message>
        <source>First raised</source>
        <translation>أول مرة</translation>
    </message>
    <message>
        <source>Last raised</source>
        <translation>آخر مرة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>الحادث</translation>
    </message>
    <message>
        <source>nobody has acknowledged it</source>
        <translation>لم يُقر به أحد</translation>
    </message>
</context>
<context>
    <name>Alarms</name>
    <message>
        <source>shelved until {time}: {reason}</source>
        <translation>مؤجل حتى {time}: {reason}</translation>
    </message>
    <message>
        <source>acknowledged by {name}</source>
        <translation>أقر به {name}</translation>
    </message>
    <message>
        <source>its incident is over</source>
        <translation>انتهى حادثه</translation>
    </message>
    <message>
        <source>incident {number}</source>
        <translation>الحادث {number}</translation>
    </message>
    <message>
        <source>1 alarm</source>
        <translation>إنذار واحد</translation>
    </message>
    <message>
        <source>{count} alarms</source>
        <translation>الإنذارات: {count}</translation>
    </message>
</context>
<context>
    <name>AlarmsPanel</name>
    <message>
        <source>Acknowledge</source>
        <translation>إقرار</translation>
    </message>
    <message>
        <source>Shelve…</source>
        <translation>تأجيل…</translation>
    </message>
    <message>
        <source>Take from the shelf</source>
        <translation>إلغاء التأجيل</translation>
    </message>
    <message>
        <source>Confirm the event…</source>
        <translation>تأكيد الحدث…</translation>
    </message>
    <message>
        <source>Show its camera</source>
        <translation>عرض كاميرته</translation>
    </message>
    <message>
        <source>{count} to look at</source>
        <translation>بحاجة إلى نظر: {count}</translation>
    </message>
    <message>
        <source>all seen</source>
        <translation>شوهدت كلها</translation>
    </message>
    <message>
        <source>Open an incident</source>
        <translation>فتح حادث</translation>
    </message>
    <message>
        <source>Go to its incident</source>
        <translation>الذهاب إلى حادثه</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>الإنذارات</translation>
    </message>
    <message>
        <source>Alarms, the most urgent first; Enter tells all of one</source>
        <translation>الإنذارات، الأكثر إلحاحا أولا؛ Enter يعرض كل شيء عن واحد منها</translation>
    </message>
    <message>
        <source>A flood of alarms: more in {minutes} minutes than people can look at. None is hidden.</source>
        <translation>سيل من الإنذارات: في {minutes} دقائق أكثر مما يمكن النظر فيه. لا شيء منها مخفي.</translation>
    </message>
</context>
<context>
    <name>BindingsEditor</name>
    <message>
        <source>leaves the wall as it is</source>
        <translation>يترك الجدار كما هو</translation>
    </message>
    <message>
        <source>one line for each thing to be done</source>
        <translation>سطر لكل عمل يجب إنجازه</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>الجدار</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>الطبقات</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>قائمة المهام</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>الولوج</translation>
    </message>
    <message>
        <source>There is no layer yet: draw one, then a level can bring it</source>
        <translation>لا توجد طبقة بعد: ارسم واحدة ليجلبها المستوى</translation>
    </message>
    <message>
        <source>{number}  (nothing is saved under it)</source>
        <translation>{number}  (لا شيء محفوظ تحته)</translation>
    </message>
    <message>
        <source>{name} (no owner&apos;s policy knows it now)</source>
        <translation>{name} (لا تعرفه قواعد أي مالك الآن)</translation>
    </message>
</context>
<context>
    <name>Calibration</name>
    <message>
        <source>{count} points are the most; change one or remove it</source>
        <translation>{count} نقطة هي الحد الأقصى؛ غيّر واحدة أو احذفها</translation>
    </message>
    <message>
        <source>{count} of at least {least} points matched</source>
        <translation>تمت مطابقة {count} من {least} نقاط على الأقل</translation>
    </message>
    <message>
        <source>point {number} does not fit the others; put it right or remove it</source>
        <translation>النقطة {number} لا تتوافق مع الأخرى؛ صحّحها أو احذفها</translation>
    </message>
    <message>
        <source>four points always fit; match a fifth to see how well</source>
        <translation>أربع نقاط تتوافق دائمًا؛ طابِق خامسة لمعرفة مدى الدقة</translation>
    </message>
    <message>
        <source>fits within {pixels} px</source>
        <translation>متوافق في حدود {pixels} بكسل</translation>
    </message>
</context>
<context>
    <name>CalibrationDesk</name>
    <message>
        <source>Calibrate the ground of {camera}</source>
        <translation>معايرة أرضية {camera}</translation>
    </message>
    <message>
        <source>Remove the point</source>
        <translation>حذف النقطة</translation>
    </message>
    <message>
        <source>Next point</source>
        <translation>النقطة التالية</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Picture of {camera}</source>
        <translation>صورة {camera}</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>نقطة</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>الصورة</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>الخريطة</translation>
    </message>
    <message>
        <source>Off by</source>
        <translation>الفارق</translation>
    </message>
    <message>
        <source>point in the picture</source>
        <translation>أشِر في الصورة</translation>
    </message>
    <message>
        <source>point on the map</source>
        <translation>أشِر على الخريطة</translation>
    </message>
</context>
<context>
    <name>CalibrationDoor</name>
    <message>
        <source>To calibrate it, show camera {number} clear and whole</source>
        <translation>لمعايرتها، اعرض الكاميرا {number} واضحة وكاملة</translation>
    </message>
    <message>
        <source>The ground of camera {number} is calibrated</source>
        <translation>تمت معايرة أرضية الكاميرا {number}</translation>
    </message>
</context>
<context>
    <name>CameraChoice</name>
    <message>
        <source>Cameras to ask for; Space ticks one</source>
        <translation>الكاميرات المطلوبة؛ مفتاح المسافة يختار واحدة</translation>
    </message>
    <message>
        <source>number, then Enter: one more camera</source>
        <translation>رقم ثم إدخال: كاميرا أخرى</translation>
    </message>
    <message>
        <source>Add a camera by its number</source>
        <translation>إضافة كاميرا برقمها</translation>
    </message>
    <message>
        <source>There is no camera {number}</source>
        <translation>لا توجد كاميرا برقم {number}</translation>
    </message>
</context>
<context>
    <name>CameraCount</name>
    <message numerus="yes">
        <source>Approved: camera(s) {numbers} open until {time} at station {station}</source>
        <translation>
            <numerusform>تمت الموافقة: الكاميرات {numbers} مفتوحة حتى {time} في المحطة {station}</numerusform>
            <numerusform>تمت الموافقة: الكاميرا {numbers} مفتوحة حتى {time} في المحطة {station}</numerusform>
            <numerusform>تمت الموافقة: الكاميرتان {numbers} مفتوحتان حتى {time} في المحطة {station}</numerusform>
            <numerusform>تمت الموافقة: الكاميرات {numbers} مفتوحة حتى {time} في المحطة {station}</numerusform>
            <numerusform>تمت الموافقة: الكاميرات {numbers} مفتوحة حتى {time} في المحطة {station}</numerusform>
            <numerusform>تمت الموافقة: الكاميرات {numbers} مفتوحة حتى {time} في المحطة {station}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sees clear already: camera(s) {numbers}</source>
        <translation>
            <numerusform>يرى بوضوح الآن: الكاميرات {numbers}</numerusform>
            <numerusform>يرى بوضوح الآن: الكاميرا {numbers}</numerusform>
            <numerusform>يرى بوضوح الآن: الكاميرتين {numbers}</numerusform>
            <numerusform>يرى بوضوح الآن: الكاميرات {numbers}</numerusform>
            <numerusform>يرى بوضوح الآن: الكاميرات {numbers}</numerusform>
            <numerusform>يرى بوضوح الآن: الكاميرات {numbers}</numerusform>
        </translation>
    </message>
</context>
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
    <name>CamerasPart</name>
    <message>
        <source>Cameras</source>
        <translation>الكاميرات</translation>
    </message>
    <message>
        <source>number, then Enter: one more camera</source>
        <translation>الرقم ثم Enter: كاميرا أخرى</translation>
    </message>
    <message>
        <source>Link a camera by its number</source>
        <translation>ربط كاميرا برقمها</translation>
    </message>
    <message>
        <source>What the camera is to it</source>
        <translation>دور الكاميرا فيها</translation>
    </message>
    <message>
        <source>It shows it no longer</source>
        <translation>لم تعد تُظهرها</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>منذ {time}</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>حتى {time}</translation>
    </message>
    <message>
        <source>There is no camera {number}</source>
        <translation>لا توجد كاميرا {number}</translation>
    </message>
</context>
<context>
    <name>CamerasTable</name>
    <message>
        <source>Camera</source>
        <translation>الكاميرا</translation>
    </message>
    <message>
        <source>Without a clear view</source>
        <translation>دون مشاهدة واضحة</translation>
    </message>
    <message>
        <source>Break-glass</source>
        <translation>الفتح الطارئ</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>الأقنعة</translation>
    </message>
    <message>
        <source>What holds for each camera</source>
        <translation>ما يسري على كل كاميرا</translation>
    </message>
    <message>
        <source>{count}, draw …</source>
        <translation>{count}، رسم …</translation>
    </message>
</context>
<context>
    <name>CapForm</name>
    <message>
        <source>Export as CAP</source>
        <translation>تصدير بصيغة CAP</translation>
    </message>
    <message>
        <source>A real message</source>
        <translation>رسالة حقيقية</translation>
    </message>
    <message>
        <source>A test of the link</source>
        <translation>اختبار للربط</translation>
    </message>
    <message>
        <source>A draft, for somebody to look at</source>
        <translation>مسودة ليطلع عليها شخص آخر</translation>
    </message>
    <message>
        <source>An exercise: this is a drill</source>
        <translation>تمرين: هذا تدريب</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>مقيّدة</translation>
    </message>
    <message>
        <source>Private, to these addresses</source>
        <translation>خاصة، إلى هذه العناوين</translation>
    </message>
    <message>
        <source>The public</source>
        <translation>العموم</translation>
    </message>
    <message>
        <source>control rooms</source>
        <translation>غرف القيادة</translation>
    </message>
    <message>
        <source> h</source>
        <translation> س</translation>
    </message>
    <message>
        <source>I have read the message as the public will</source>
        <translation>قرأت الرسالة كما سيقرؤها العموم</translation>
    </message>
    <message>
        <source>Write the message…</source>
        <translation>كتابة الرسالة…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>What leaves</source>
        <translation>ما يخرج</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>لمن</translation>
    </message>
    <message>
        <source>Who they are</source>
        <translation>من هم</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>المرسل</translation>
    </message>
    <message>
        <source>Sender&apos;s name</source>
        <translation>اسم المرسل</translation>
    </message>
    <message>
        <source>It holds for</source>
        <translation>صالحة لمدة</translation>
    </message>
    <message>
        <source>The message as it would leave</source>
        <translation>الرسالة كما ستخرج</translation>
    </message>
    <message>
        <source>The first message about it ({status})</source>
        <translation>أول رسالة عنه ({status})</translation>
    </message>
    <message>
        <source>An update ({status}) of messages sent before: {count}</source>
        <translation>تحديث ({status}) لرسائل أُرسلت من قبل: {count}</translation>
    </message>
    <message>
        <source>A cancellation ({status}) of messages sent before: {count}</source>
        <translation>إلغاء ({status}) لرسائل أُرسلت من قبل: {count}</translation>
    </message>
</context>
<context>
    <name>CertifyScene</name>
    <message>
        <source>Certify an empty scene of {number} {name}</source>
        <translation>اعتماد مشهد خال للكاميرا {number} {name}</translation>
    </message>
    <message>
        <source>The scene to be certified</source>
        <translation>المشهد المراد اعتماده</translation>
    </message>
    <message>
        <source>I have looked: nobody is in it, and nothing that should not be seen</source>
        <translation>نظرتُ: لا أحد فيه، ولا شيء لا ينبغي أن يُرى</translation>
    </message>
    <message>
        <source>Take one now …</source>
        <translation>أخذ مشهد الآن …</translation>
    </message>
    <message>
        <source>Propose it …</source>
        <translation>اقتراحه …</translation>
    </message>
    <message>
        <source>Scenes that were taken, the newest first</source>
        <translation>المشاهد المأخوذة، الأحدث أولا</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>وقت الأخذ</translation>
    </message>
    <message>
        <source>Pictures of</source>
        <translation>صور بحجم</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>None was taken yet. It is taken from the clear picture: by somebody who has it open, in the menu Access, or by you while it is open to you here.</source>
        <translation>لم يؤخذ أي مشهد بعد. يؤخذ من الصورة الواضحة: يأخذه من هي مفتوحة له، من قائمة الوصول، أو أنت ما دامت مفتوحة لك هنا.</translation>
    </message>
    <message>
        <source>named by the agreement in force</source>
        <translation>يسميه الاتفاق الساري</translation>
    </message>
    <message>
        <source>not certified</source>
        <translation>غير معتمد</translation>
    </message>
    <message>
        <source>This file is not what was taken: it draws nothing, and cannot be certified. Take another.</source>
        <translation>هذا الملف ليس ما أُخذ: لا يرسم شيئا ولا يمكن اعتماده. خذ مشهدا آخر.</translation>
    </message>
</context>
<context>
    <name>ChangePassword</name>
    <message>
        <source>Change password</source>
        <translation>تغيير كلمة السر</translation>
    </message>
    <message>
        <source>Password until now</source>
        <translation>كلمة السر الحالية</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>ChecklistPanel</name>
    <message>
        <source>still to be done</source>
        <translation>لم يُنجز بعد</translation>
    </message>
    <message>
        <source>{who}, {time}, waits for the store</source>
        <translation>{who}، {time}، بانتظار قاعدة البيانات</translation>
    </message>
    <message>
        <source>{who}, {time}</source>
        <translation>{who}، {time}</translation>
    </message>
    <message>
        <source>Checklist of level {level}</source>
        <translation>قائمة مهام المستوى {level}</translation>
    </message>
    <message>
        <source>{done} of {count} done</source>
        <translation>أُنجز {done} من {count}</translation>
    </message>
</context>
<context>
    <name>CircumstancesTable</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>Within, m</source>
        <translation>ضمن، م</translation>
    </message>
    <message>
        <source>Not older than, min</source>
        <translation>ليس أقدم من، د</translation>
    </message>
    <message>
        <source>Opens for, min</source>
        <translation>يفتح مدة، د</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>في اليوم</translation>
    </message>
    <message>
        <source>What opens without asking</source>
        <translation>ما يُفتح دون طلب</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>إضافة قاعدة</translation>
    </message>
    <message>
        <source>Remove the last rule</source>
        <translation>إزالة آخر قاعدة</translation>
    </message>
</context>
<context>
    <name>ConfirmEventPage</name>
    <message>
        <source>Confirm an event</source>
        <translation>تأكيد واقعة</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>ما حدث</translation>
    </message>
    <message>
        <source>At the place of camera</source>
        <translation>في مكان الكاميرا</translation>
    </message>
    <message>
        <source>Minutes ago</source>
        <translation>قبل، دقائق</translation>
    </message>
    <message>
        <source>Confirm (Ctrl+Enter)</source>
        <translation>تأكيد (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>You confirm under your own name that this happened. Where an owner agreed to it beforehand, cameras near it then open to people on duty who ask; never to you.</source>
        <translation>تؤكد باسمك أن هذا حدث. حيث وافق المالك مسبقا، تُفتح الكاميرات القريبة لمن هم في الخدمة ويطلبون؛ ولا تُفتح لك أبدا.</translation>
    </message>
    <message>
        <source>No camera has a place in the register: give some a place first.</source>
        <translation>لا مكان لأي كاميرا في السجل: حدد أماكن أولا.</translation>
    </message>
    <message>
        <source>Confirmed: {what}, {time}</source>
        <translation>تم التأكيد: {what}، {time}</translation>
    </message>
</context>
<context>
    <name>ConflictList</name>
    <message>
        <source>nobody known</source>
        <translation>غير معروف</translation>
    </message>
</context>
<context>
    <name>ConflictPage</name>
    <message>
        <source>Changes to settle</source>
        <translation>تعديلات للبت فيها</translation>
    </message>
    <message>
        <source>Nothing waits to be settled.</source>
        <translation>لا شيء ينتظر البت فيه.</translation>
    </message>
    <message>
        <source>Two people changed the same thing. What holds now was there first; what was wanted waits until somebody decides.</source>
        <translation>عدّل شخصان الشيء نفسه. ما هو قائم الآن وصل أولًا؛ وما كان مطلوبًا ينتظر أن يبتّ فيه أحد.</translation>
    </message>
</context>
<context>
    <name>ConflictRow</name>
    <message>
        <source>Holds now · {name}</source>
        <translation>قائم الآن · {name}</translation>
    </message>
    <message>
        <source>Wanted · {name}, {time}</source>
        <translation>مطلوب · {name}، {time}</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>الإبقاء على هذا</translation>
    </message>
    <message>
        <source>Take this</source>
        <translation>اعتماد هذا</translation>
    </message>
    <message>
        <source>that it is deleted</source>
        <translation>أن يُحذف</translation>
    </message>
    <message>
        <source>It was deleted meanwhile: what is wanted still has to be made anew</source>
        <translation>حُذف في هذه الأثناء: ما زال مطلوبًا يجب إنشاؤه من جديد</translation>
    </message>
    <message>
        <source>The store does not know it: what is wanted still has to be made anew</source>
        <translation>لا تعرفه قاعدة البيانات: ما زال مطلوبًا يجب إنشاؤه من جديد</translation>
    </message>
    <message>
        <source>A rule stood against it when this station was back: {rule}</source>
        <translation>منعته قاعدة عند عودة هذه المحطة: {rule}</translation>
    </message>
</context>
<context>
    <name>CotForm</name>
    <message>
        <source>Export to CoT</source>
        <translation>تصدير بصيغة CoT</translation>
    </message>
    <message>
        <source>Markers</source>
        <translation>العلامات</translation>
    </message>
    <message>
        <source>Layers that are shown</source>
        <translation>الطبقات المعروضة</translation>
    </message>
    <message>
        <source>Public cameras: where they stand and look</source>
        <translation>الكاميرات العمومية: مكانها واتجاه نظرها</translation>
    </message>
    <message>
        <source>Private cameras too, those that I may know of</source>
        <translation>وكذلك الكاميرات الخاصة التي يحق لي معرفتها</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>كتابة…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>No address of a stream leaves. What another system does with the file is not in our hands.</source>
        <translation>لا يخرج أي عنوان لبث. وما يفعله نظام آخر بالملف ليس في أيدينا.</translation>
    </message>
</context>
<context>
    <name>Crisis</name>
    <message>
        <source>Event</source>
        <translation>الحدث</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>الوصف</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>التعليمات</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>الأولوية</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>الاستعجال</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>الخطورة</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>اليقين</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>الوظيفة</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>State and owner</source>
        <translation>الحالة والمسؤول</translation>
    </message>
    <message>
        <source>Duplicate of</source>
        <translation>مكرّر عن</translation>
    </message>
    <message>
        <source>Related incident</source>
        <translation>حادث مرتبط</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>الكاميرا</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>التسمية</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>ملاحظات</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>حادث</translation>
    </message>
    <message>
        <source>End</source>
        <translation>النهاية</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>الشكل</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Alarm and its acknowledgement</source>
        <translation>الإنذار والإقرار به</translation>
    </message>
    <message>
        <source>Shelving</source>
        <translation>التعليق المؤقت</translation>
    </message>
    <message>
        <source>Who sees it</source>
        <translation>من يراه</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>انتهى</translation>
    </message>
    <message>
        <source>no</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>Person fallen</source>
        <translation>شخص سقط</translation>
    </message>
    <message>
        <source>Crowd pressure</source>
        <translation>تدافع</translation>
    </message>
    <message>
        <source>Fire or smoke</source>
        <translation>حريق أو دخان</translation>
    </message>
    <message>
        <source>Fight</source>
        <translation>عراك</translation>
    </message>
    <message>
        <source>Traffic accident</source>
        <translation>حادثة سير</translation>
    </message>
    <message>
        <source>Vehicle stopped</source>
        <translation>مركبة متوقفة</translation>
    </message>
    <message>
        <source>Intrusion</source>
        <translation>اقتحام</translation>
    </message>
    <message>
        <source>Unattended bag</source>
        <translation>حقيبة متروكة</translation>
    </message>
    <message>
        <source>Missing person</source>
        <translation>شخص مفقود</translation>
    </message>
    <message>
        <source>Gathering</source>
        <translation>تجمّع</translation>
    </message>
    <message>
        <source>Flooding</source>
        <translation>فيضان</translation>
    </message>
    <message>
        <source>Light or power out</source>
        <translation>انقطاع الإنارة أو الكهرباء</translation>
    </message>
    <message>
        <source>a duplicate?</source>
        <translation>مكرّر؟</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>منذ {time}</translation>
    </message>
    <message>
        <source>{count} cameras</source>
        <translation>الكاميرات: {count}</translation>
    </message>
    <message>
        <source>1 camera</source>
        <translation>كاميرا واحدة</translation>
    </message>
    <message>
        <source>Report it</source>
        <translation>الإبلاغ عنه</translation>
    </message>
    <message>
        <source>Begin work</source>
        <translation>بدء المعالجة</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>وضع قيد الانتظار</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>حلّ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Withdraw: it was none…</source>
        <translation>سحب: لم يكن حادثًا…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Reopen…</source>
        <translation>إعادة الفتح…</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>new</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>قيد المعالجة</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>قيد الانتظار</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>محلول</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>مسحوب</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>حرجة</translation>
    </message>
    <message>
        <source>High</source>
        <translation>عالية</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>متوسطة</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>منخفضة</translation>
    </message>
    <message>
        <source>Public safety</source>
        <translation>السلامة العامة</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>الأمن</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>الصحة</translation>
    </message>
    <message>
        <source>Fire</source>
        <translation>حريق</translation>
    </message>
    <message>
        <source>Rescue</source>
        <translation>الإنقاذ</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>النقل</translation>
    </message>
    <message>
        <source>Infrastructure</source>
        <translation>البنية التحتية</translation>
    </message>
    <message>
        <source>Weather and flood</source>
        <translation>الطقس والفيضانات</translation>
    </message>
    <message>
        <source>Earthquake and landslide</source>
        <translation>الزلازل والانزلاقات</translation>
    </message>
    <message>
        <source>Pollution</source>
        <translation>التلوث</translation>
    </message>
    <message>
        <source>Chemical, nuclear, explosive</source>
        <translation>كيميائي، نووي، متفجر</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>أخرى</translation>
    </message>
    <message>
        <source>Act at once</source>
        <translation>التصرف فورًا</translation>
    </message>
    <message>
        <source>Act within the hour</source>
        <translation>التصرف خلال ساعة</translation>
    </message>
    <message>
        <source>Act later</source>
        <translation>التصرف لاحقًا</translation>
    </message>
    <message>
        <source>It is past</source>
        <translation>انقضى</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>Extraordinary threat</source>
        <translation>خطر استثنائي</translation>
    </message>
    <message>
        <source>Significant threat</source>
        <translation>خطر كبير</translation>
    </message>
    <message>
        <source>Possible threat</source>
        <translation>خطر محتمل</translation>
    </message>
    <message>
        <source>Minor threat</source>
        <translation>خطر طفيف</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>مُشاهَد</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>مرجّح</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>ممكن</translation>
    </message>
    <message>
        <source>Unlikely</source>
        <translation>مستبعد</translation>
    </message>
    <message>
        <source>shows it</source>
        <translation>تُظهره</translation>
    </message>
    <message>
        <source>shows its surroundings</source>
        <translation>تُظهر محيطه</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>دليل</translation>
    </message>
    <message>
        <source>placed</source>
        <translation>موضوعة</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>مؤكدة</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>مؤرشفة</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>منتهية</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>علامة</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>طبقة</translation>
    </message>
    <message>
        <source>Drawing on a layer</source>
        <translation>رسم على طبقة</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>إنذار</translation>
    </message>
    <message>
        <source>Request for a level</source>
        <translation>طلب مستوى</translation>
    </message>
    <message>
        <source>Crisis level</source>
        <translation>مستوى الأزمة</translation>
    </message>
    <message>
        <source>{event}, {place}</source>
        <translation>{event}، {place}</translation>
    </message>
</context>
<context>
    <name>CrisisFloor</name>
    <message>
        <source>&amp;Incidents</source>
        <translation>ال&amp;حوادث</translation>
    </message>
    <message>
        <source>Spotlight nearest 8</source>
        <translation>تسليط الضوء على أقرب 8</translation>
    </message>
    <message>
        <source>Draw perimeter</source>
        <translation>رسم طوق</translation>
    </message>
    <message>
        <source>Its log</source>
        <translation>سجله</translation>
    </message>
</context>
<context>
    <name>DecidePage</name>
    <message>
        <source>To decide</source>
        <translation>للبتّ</translation>
    </message>
    <message>
        <source>Requests that wait, the most urgent first</source>
        <translation>طلبات منتظرة، الأكثر استعجالا أولا</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>الباقي</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>المالك</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>الغرض</translation>
    </message>
    <message>
        <source>Nothing waits for you. A new request appears here and is announced.</source>
        <translation>لا شيء ينتظرك. يظهر هنا كل طلب جديد ويُعلن.</translation>
    </message>
    <message>
        <source>Approve (A)</source>
        <translation>موافقة (A)</translation>
    </message>
    <message>
        <source>Deny (D)</source>
        <translation>رفض (D)</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>غير موجود</translation>
    </message>
    <message>
        <source>No camera is ticked: nothing can be approved. Deny it with D.</source>
        <translation>لا كاميرا مختارة: لا شيء للموافقة عليه. ارفض بـ D.</translation>
    </message>
    <message>
        <source>Opens {numbers} for {time} at {station}, at once</source>
        <translation>يفتح {numbers} لمدة {time} في {station} فورا</translation>
    </message>
    <message>
        <source>Agrees to {numbers} for {time} at {station}; others must agree before it opens</source>
        <translation>يوافق على {numbers} لمدة {time} في {station}؛ ويجب أن يوافق آخرون قبل الفتح</translation>
    </message>
    <message>
        <source>Approve the request of {who}</source>
        <translation>الموافقة على طلب {who}</translation>
    </message>
    <message>
        <source>Deny the request of {who}</source>
        <translation>رفض طلب {who}</translation>
    </message>
</context>
<context>
    <name>Desks</name>
    <message>
        <source>not allowed</source>
        <translation>ممنوع</translation>
    </message>
    <message>
        <source>at most {time}, reviewed within 24 hours</source>
        <translation>{time} على الأكثر، يراجَع خلال 24 ساعة</translation>
    </message>
    <message>
        <source>Purposes</source>
        <translation>الأغراض</translation>
    </message>
    <message>
        <source>Longest clear view</source>
        <translation>أطول مشاهدة واضحة</translation>
    </message>
    <message>
        <source>Request waits at most</source>
        <translation>أقصى انتظار للطلب</translation>
    </message>
    <message>
        <source>Must agree</source>
        <translation>يجب أن يوافق</translation>
    </message>
    <message>
        <source>Denials that end it</source>
        <translation>مرات الرفض التي تنهيه</translation>
    </message>
    <message>
        <source>May know of the cameras</source>
        <translation>يمكنهم معرفة وجود الكاميرات</translation>
    </message>
    <message>
        <source>May ask</source>
        <translation>يمكنهم الطلب</translation>
    </message>
    <message>
        <source>Break-glass</source>
        <translation>الفتح الطارئ</translation>
    </message>
    <message>
        <source>Opens without asking</source>
        <translation>يُفتح دون طلب</translation>
    </message>
    <message>
        <source>never</source>
        <translation>أبدا</translation>
    </message>
    <message>
        <source>silhouettes over a certified empty scene</source>
        <translation>ظلال فوق مشهد خال معتمد</translation>
    </message>
    <message>
        <source>masks, never lifted: {count}</source>
        <translation>أقنعة لا تُرفع أبدا: {count}</translation>
    </message>
    <message>
        <source>never by break-glass</source>
        <translation>لا تُفتح فتحا طارئا أبدا</translation>
    </message>
    <message>
        <source>no place given: no circumstance opens it</source>
        <translation>لا مكان محددا: لا تفتحها أي ظروف</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>before: {terms}</source>
        <translation>قبل: {terms}</translation>
    </message>
    <message>
        <source>now: {terms}</source>
        <translation>الآن: {terms}</translation>
    </message>
    <message>
        <source>{terms}; its masks, scenes or place change</source>
        <translation>{terms}؛ تتغير أقنعتها أو مشاهدها أو مكانها</translation>
    </message>
    <message>
        <source>Everybody in the room sees this camera clear, always.</source>
        <translation>يرى كل من في القاعة هذه الكاميرا بوضوح دائما.</translation>
    </message>
    <message>
        <source>Nothing is shown without a clear view: no picture leaves the decoder.</source>
        <translation>لا يُعرض شيء دون مشاهدة واضحة: لا تخرج أي صورة من مفكك الترميز.</translation>
    </message>
    <message>
        <source>Silhouettes show posture and how many people there are. A person who stood in the certified empty scene shows; an object that was left stays covered; a change of light or a bump covers everything. Any doubt falls back to the mosaic.</source>
        <translation>تُظهر الظلال الوضعية وعدد الأشخاص. من كان في المشهد الخالي المعتمد يظهر؛ الغرض المتروك يبقى مغطى؛ تغير الضوء أو صدمة الكاميرا يغطي كل شيء. عند أي شك تعود الفسيفساء.</translation>
    </message>
    <message>
        <source>The mosaic shows that something moves. It does not hide gait, colours of clothing or people you know; many pictures together can be partly rebuilt, and programs recognise more in them than eyes do. Choose “protected” where that is too much.</source>
        <translation>تُظهر الفسيفساء أن شيئا يتحرك. لا تخفي المشية ولا ألوان الملابس ولا من تعرفهم؛ يمكن إعادة بناء جزء من الصور إذا اجتمعت، وتتعرف البرامج فيها على أكثر مما تراه العين. اختر «محمية» حيث يكون ذلك كثيرا.</translation>
    </message>
    <message>
        <source>{count} × {who} of {owner}</source>
        <translation>{count} × {who} من {owner}</translation>
    </message>
    <message>
        <source>{count} × {who}</source>
        <translation>{count} × {who}</translation>
    </message>
    <message>
        <source>{name}: {fact} within {radius} m, at most {age} ago; for {time}, {count} a day</source>
        <translation>{name}: {fact} ضمن {radius} م، قبل {age} على الأكثر؛ لمدة {time}، {count} في اليوم</translation>
    </message>
    <message>
        <source>the text was erased</source>
        <translation>حُذف النص</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>من يطلب</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>الغرض</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>لماذا</translation>
    </message>
    <message>
        <source>Shown at</source>
        <translation>يُعرض في</translation>
    </message>
    <message>
        <source>station {station} alone</source>
        <translation>المحطة {station} وحدها</translation>
    </message>
    <message>
        <source>Asked lately</source>
        <translation>الطلبات الأخيرة</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>تمديد</translation>
    </message>
    <message>
        <source>follows up a clear view that this person has or had</source>
        <translation>يتبع مشاهدة واضحة لهذا الشخص، قائمة أو سابقة</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>مفتوح الآن</translation>
    </message>
    <message>
        <source>a lock stands against this ({kind}): an approval opens nothing until it is lifted</source>
        <translation>قفل يمنع هذا ({kind}): لا تفتح الموافقة شيئا حتى يُرفع</translation>
    </message>
    <message>
        <source>Decided meanwhile by somebody else: {state}. Choose the next with the Down key</source>
        <translation>بتّ فيه شخص آخر: {state}. اختر التالي بالسهم الأسفل</translation>
    </message>
    <message>
        <source>not in force any more: this cannot be approved</source>
        <translation>لم تعد سارية: لا يمكن الموافقة على هذا</translation>
    </message>
    <message>
        <source>agreed: {names}</source>
        <translation>وافق: {names}</translation>
    </message>
    <message>
        <source>missing: {count} of {needed}</source>
        <translation>ينقص: {count} من {needed}</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>قفل</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>غير ممكن</translation>
    </message>
    <message>
        <source>Your vote counts. Still missing: {legs}</source>
        <translation>صوتك محسوب. ما زال ينقص: {legs}</translation>
    </message>
    <message>
        <source>This request is {state}</source>
        <translation>هذا الطلب: {state}</translation>
    </message>
    <message>
        <source>an account that is gone</source>
        <translation>حساب لم يعد موجودا</translation>
    </message>
    <message>
        <source>on duty</source>
        <translation>في الخدمة</translation>
    </message>
    <message>
        <source>not on duty</source>
        <translation>خارج الخدمة</translation>
    </message>
    <message>
        <source>{name} · {roles} · {duty}</source>
        <translation>{name} · {roles} · {duty}</translation>
    </message>
    <message>
        <source>requests in {days} days: {asked}, approved: {approved} (this one counted)</source>
        <translation>طلبات خلال {days} يوما: {asked}، ووفق على: {approved} (مع هذا)</translation>
    </message>
    <message>
        <source>The owner&apos;s rules</source>
        <translation>قواعد المالك</translation>
    </message>
    <message>
        <source>Could also decide</source>
        <translation>يمكن أن يبتّ أيضا</translation>
    </message>
    <message>
        <source>nobody else</source>
        <translation>لا أحد غيرك</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>دخول</translation>
    </message>
    <message>
        <source>sign-in failed</source>
        <translation>دخول فاشل</translation>
    </message>
    <message>
        <source>signed out</source>
        <translation>خروج</translation>
    </message>
    <message>
        <source>station locked itself</source>
        <translation>قُفلت المحطة</translation>
    </message>
    <message>
        <source>confirmed themselves</source>
        <translation>أكد هويته</translation>
    </message>
    <message>
        <source>confirmation failed</source>
        <translation>تأكيد فاشل</translation>
    </message>
    <message>
        <source>account made</source>
        <translation>أُنشئ حساب</translation>
    </message>
    <message>
        <source>account closed</source>
        <translation>أُغلق حساب</translation>
    </message>
    <message>
        <source>roles changed</source>
        <translation>تغيرت الأدوار</translation>
    </message>
    <message>
        <source>password changed</source>
        <translation>تغيرت كلمة السر</translation>
    </message>
    <message>
        <source>duty changed</source>
        <translation>تغيرت الخدمة</translation>
    </message>
    <message>
        <source>agreement proposed</source>
        <translation>اقتُرح اتفاق</translation>
    </message>
    <message>
        <source>agreement countersigned</source>
        <translation>وُقّع اتفاق</translation>
    </message>
    <message>
        <source>trust list proposed</source>
        <translation>اقتُرحت قائمة الثقة</translation>
    </message>
    <message>
        <source>trust list signed</source>
        <translation>وُقّعت قائمة الثقة</translation>
    </message>
    <message>
        <source>trust list took force</source>
        <translation>سرت قائمة الثقة</translation>
    </message>
    <message>
        <source>request made</source>
        <translation>قُدم طلب</translation>
    </message>
    <message>
        <source>request refused by a rule</source>
        <translation>طلب رفضته قاعدة</translation>
    </message>
    <message>
        <source>request withdrawn</source>
        <translation>سُحب الطلب</translation>
    </message>
    <message>
        <source>request approved</source>
        <translation>ووفق على الطلب</translation>
    </message>
    <message>
        <source>request denied</source>
        <translation>رُفض الطلب</translation>
    </message>
    <message>
        <source>request expired</source>
        <translation>انتهت مهلة الطلب</translation>
    </message>
    <message>
        <source>request void</source>
        <translation>بطل الطلب</translation>
    </message>
    <message>
        <source>vote cast</source>
        <translation>أُدلي بصوت</translation>
    </message>
    <message>
        <source>vote struck</source>
        <translation>شُطب صوت</translation>
    </message>
    <message>
        <source>glass broken</source>
        <translation>فتح طارئ</translation>
    </message>
    <message>
        <source>grant ended</source>
        <translation>انتهى الإذن</translation>
    </message>
    <message>
        <source>clear view started</source>
        <translation>بدأت مشاهدة واضحة</translation>
    </message>
    <message>
        <source>clear view stopped</source>
        <translation>توقفت مشاهدة واضحة</translation>
    </message>
    <message>
        <source>snapshot taken</source>
        <translation>التُقطت صورة</translation>
    </message>
    <message>
        <source>lock set</source>
        <translation>وُضع قفل</translation>
    </message>
    <message>
        <source>lock lifted</source>
        <translation>رُفع قفل</translation>
    </message>
    <message>
        <source>event confirmed</source>
        <translation>أُكدت واقعة</translation>
    </message>
    <message>
        <source>review due</source>
        <translation>مراجعة مستحقة</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>تمت المراجعة</translation>
    </message>
    <message>
        <source>text erased</source>
        <translation>حُذف نص</translation>
    </message>
    <message>
        <source>history read</source>
        <translation>قُرئ السجل</translation>
    </message>
    <message>
        <source>last hour</source>
        <translation>آخر ساعة</translation>
    </message>
    <message>
        <source>last 24 hours</source>
        <translation>آخر 24 ساعة</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>آخر 7 أيام</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>آخر 30 يوما</translation>
    </message>
    <message>
        <source>all</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>للبتّ</translation>
    </message>
    <message>
        <source>Who looks now</source>
        <translation>من يشاهد الآن</translation>
    </message>
    <message>
        <source>Own cameras</source>
        <translation>كاميراتي</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>الأقفال</translation>
    </message>
    <message>
        <source>Confirm an event</source>
        <translation>تأكيد واقعة</translation>
    </message>
    <message>
        <source>Break-glass reviews</source>
        <translation>مراجعات الفتح الطارئ</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>الاتفاقات</translation>
    </message>
    <message>
        <source>People</source>
        <translation>الأشخاص</translation>
    </message>
    <message>
        <source>Trust list</source>
        <translation>قائمة الثقة</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>الحقوق</translation>
    </message>
    <message>
        <source>public: always clear</source>
        <translation>عامة: واضحة دائما</translation>
    </message>
    <message>
        <source>private: mosaic</source>
        <translation>خاصة: فسيفساء</translation>
    </message>
    <message>
        <source>protected: closed</source>
        <translation>محمية: مغلقة</translation>
    </message>
    <message>
        <source>by people&apos;s votes</source>
        <translation>بأصوات أشخاص</translation>
    </message>
    <message>
        <source>by a circumstance the owner agreed to</source>
        <translation>بظرف وافق عليه المالك</translation>
    </message>
    <message>
        <source>break-glass</source>
        <translation>فتح طارئ</translation>
    </message>
    <message>
        <source>approve</source>
        <translation>موافقة</translation>
    </message>
    <message>
        <source>deny</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>person</source>
        <translation>شخص</translation>
    </message>
    <message>
        <source>station</source>
        <translation>محطة</translation>
    </message>
    <message>
        <source>camera</source>
        <translation>كاميرا</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>مالك</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>كل شيء</translation>
    </message>
    <message>
        <source>justified</source>
        <translation>مبرر</translation>
    </message>
    <message>
        <source>challenged</source>
        <translation>معترض عليه</translation>
    </message>
    <message>
        <source>confirmed intrusion</source>
        <translation>اقتحام مؤكد</translation>
    </message>
    <message>
        <source>confirmed fire</source>
        <translation>حريق مؤكد</translation>
    </message>
    <message>
        <source>confirmed person at risk</source>
        <translation>شخص في خطر مؤكد</translation>
    </message>
    <message>
        <source>crisis level declared</source>
        <translation>مستوى أزمة معلن</translation>
    </message>
    <message>
        <source>person added</source>
        <translation>أُضيف شخص</translation>
    </message>
    <message>
        <source>person&apos;s rights or key changed</source>
        <translation>تغيرت حقوق شخص أو مفتاحه</translation>
    </message>
    <message>
        <source>person left</source>
        <translation>غادر شخص</translation>
    </message>
    <message>
        <source>agreement takes force</source>
        <translation>يسري اتفاق</translation>
    </message>
    <message>
        <source>agreement ends</source>
        <translation>ينتهي اتفاق</translation>
    </message>
    <message>
        <source>ask for a camera&apos;s clear picture</source>
        <translation>طلب الصورة الواضحة لكاميرا</translation>
    </message>
    <message>
        <source>break the glass: open without asking, reviewed afterwards</source>
        <translation>فتح طارئ: دون طلب، ويراجَع بعده</translation>
    </message>
    <message>
        <source>decide requests for the room</source>
        <translation>البتّ في الطلبات باسم القاعة</translation>
    </message>
    <message>
        <source>decide requests for one&apos;s own organisation</source>
        <translation>البتّ في الطلبات باسم المؤسسة</translation>
    </message>
    <message>
        <source>end anybody&apos;s clear view</source>
        <translation>إنهاء أي مشاهدة واضحة</translation>
    </message>
    <message>
        <source>end a clear view of one&apos;s own cameras</source>
        <translation>إنهاء مشاهدة واضحة لكاميراته</translation>
    </message>
    <message>
        <source>lock a person, station, camera, owner or everything</source>
        <translation>قفل شخص أو محطة أو كاميرا أو مالك أو كل شيء</translation>
    </message>
    <message>
        <source>lock one&apos;s own cameras</source>
        <translation>قفل كاميراته</translation>
    </message>
    <message>
        <source>confirm an event that a circumstance rests on</source>
        <translation>تأكيد واقعة يقوم عليها ظرف</translation>
    </message>
    <message>
        <source>judge a break-glass afterwards</source>
        <translation>الحكم على فتح طارئ بعد وقوعه</translation>
    </message>
    <message>
        <source>propose an owner&apos;s agreement</source>
        <translation>اقتراح اتفاق مالك</translation>
    </message>
    <message>
        <source>countersign one&apos;s own agreement</source>
        <translation>توقيع اتفاقه</translation>
    </message>
    <message>
        <source>sign the list that decoders trust</source>
        <translation>توقيع القائمة التي تصدقها مفككات الترميز</translation>
    </message>
    <message>
        <source>make and close accounts, change roles</source>
        <translation>إنشاء الحسابات وإغلاقها وتغيير الأدوار</translation>
    </message>
    <message>
        <source>go on duty and off</source>
        <translation>بدء الخدمة وإنهاؤها</translation>
    </message>
    <message>
        <source>see who looks at any camera</source>
        <translation>رؤية من يشاهد أي كاميرا</translation>
    </message>
    <message>
        <source>read the whole history</source>
        <translation>قراءة السجل كله</translation>
    </message>
    <message>
        <source>read the history of one&apos;s own cameras</source>
        <translation>قراءة سجل كاميراته</translation>
    </message>
    <message>
        <source>see incidents, layers, alarms and the log</source>
        <translation>رؤية الحوادث والطبقات والإنذارات واليومية</translation>
    </message>
    <message>
        <source>open and change incidents, place markers</source>
        <translation>فتح الحوادث وتغييرها ووضع العلامات</translation>
    </message>
    <message>
        <source>make, show and draw crisis layers</source>
        <translation>إنشاء طبقات الأزمة وعرضها ورسمها</translation>
    </message>
    <message>
        <source>acknowledge and shelve alarms</source>
        <translation>الإقرار بالإنذارات وتأجيلها</translation>
    </message>
    <message>
        <source>ask for another crisis level</source>
        <translation>طلب مستوى أزمة آخر</translation>
    </message>
    <message>
        <source>agree to another crisis level as the second person</source>
        <translation>الموافقة على مستوى أزمة آخر كشخص ثان</translation>
    </message>
    <message>
        <source>write and correct lines of the log</source>
        <translation>كتابة أسطر اليومية وتصحيحها</translation>
    </message>
    <message>
        <source>say which lines of the log are significant</source>
        <translation>تحديد أسطر اليومية المهمة</translation>
    </message>
    <message>
        <source>turn cameras that turn, where their picture is clear</source>
        <translation>تدوير الكاميرات المتحركة حين تكون صورتها واضحة</translation>
    </message>
    <message>
        <source>This cannot be used</source>
        <translation>لا يمكن استعمال هذا</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>غير مسموح</translation>
    </message>
    <message>
        <source>Refused by a rule</source>
        <translation>رفضته قاعدة</translation>
    </message>
    <message>
        <source>Not there any more</source>
        <translation>لم يعد موجودا</translation>
    </message>
    <message>
        <source>Somebody else was quicker</source>
        <translation>سبقك شخص آخر</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>لا جواب</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} س {minutes} د</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} س</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} د</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} ث</translation>
    </message>
    <message>
        <source>Internal error</source>
        <translation>خطأ داخلي</translation>
    </message>
    <message>
        <source>The camera is not on this wall; put it on a tile first.</source>
        <translation>الكاميرا ليست على هذا الجدار؛ ضعها في خانة أولا.</translation>
    </message>
    <message>
        <source>The clear picture of this camera is not open here. Ask for it first; a scene is taken from it alone.</source>
        <translation>الصورة الواضحة لهذه الكاميرا غير مفتوحة هنا. اطلبها أولا؛ لا يؤخذ المشهد إلا منها.</translation>
    </message>
    <message>
        <source>Something moves. Take it again while nobody is there.</source>
        <translation>شيء ما يتحرك. أعد الأخذ حين لا يوجد أحد.</translation>
    </message>
    <message>
        <source>Too few pictures came, or not of one kind. Take it again.</source>
        <translation>وصلت صور قليلة جدا أو من أنواع مختلفة. أعد الأخذ.</translation>
    </message>
</context>
<context>
    <name>Drawing</name>
    <message>
        <source>Drawing on the map</source>
        <translation>الرسم على الخريطة</translation>
    </message>
    <message>
        <source>Arrows move the cross, Enter sets a corner, Backspace takes it back, Escape gives up</source>
        <translation>الأسهم تحرك العلامة، وEnter يضع زاوية، وBackspace يسترجعها، وEscape يلغي الرسم</translation>
    </message>
    <message>
        <source>Drawing on the pictures</source>
        <translation>الرسم على الصور</translation>
    </message>
    <message>
        <source>Camera {number} shows no picture there</source>
        <translation>الكاميرا {number} لا تعرض صورة هناك</translation>
    </message>
    <message>
        <source>Above the horizon of camera {number} there is no ground</source>
        <translation>لا أرض فوق أفق الكاميرا {number}</translation>
    </message>
</context>
<context>
    <name>DrawingBar</name>
    <message>
        <source>As a rectangle</source>
        <translation>كمستطيل</translation>
    </message>
    <message>
        <source>As a circle</source>
        <translation>كدائرة</translation>
    </message>
    <message>
        <source>its lines cross</source>
        <translation>خطوطه تتقاطع</translation>
    </message>
    <message>
        <source>Drag a corner, or take it up and put it down with Enter; a dot between makes another</source>
        <translation>اسحب زاوية، أو ارفعها وضعها بـEnter؛ والنقطة بين زاويتين تصنع زاوية أخرى</translation>
    </message>
    <message>
        <source>Type the radius, or press + and - on the map; Enter twice ends</source>
        <translation>اكتب نصف القطر، أو اضغط + و- على الخريطة؛ وEnter مرتين ينهي</translation>
    </message>
    <message>
        <source>Click the middle, then how far; on the map or on a calibrated picture</source>
        <translation>انقر المركز ثم المسافة؛ على الخريطة أو على صورة معايرة</translation>
    </message>
    <message>
        <source>Click where it is, on the map or on a calibrated picture</source>
        <translation>انقر مكانه، على الخريطة أو على صورة معايرة</translation>
    </message>
    <message>
        <source>Click corners, on the map or on a calibrated picture; the last one twice ends it</source>
        <translation>انقر الزوايا، على الخريطة أو على صورة معايرة؛ والنقر على الأخيرة مرتين ينهي الرسم</translation>
    </message>
    <message>
        <source>Drawing: {kind}</source>
        <translation>رسم: {kind}</translation>
    </message>
    <message>
        <source>Changing: {kind}</source>
        <translation>تعديل: {kind}</translation>
    </message>
    <message>
        <source>The words</source>
        <translation>الكلمات</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source> m</source>
        <translation> م</translation>
    </message>
    <message>
        <source>Radius in metres</source>
        <translation>نصف القطر بالأمتار</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>One back</source>
        <translation>خطوة إلى الوراء</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>DrawingDesk</name>
    <message>
        <source>Perimeter #{number}</source>
        <translation>طوق رقم {number}</translation>
    </message>
    <message>
        <source>This drawing has several parts: its corners cannot be changed here</source>
        <translation>لهذا الرسم عدة أجزاء: لا يمكن تعديل زواياه هنا</translation>
    </message>
    <message>
        <source>The picture of camera {number} has no fixed ground: draw on the map</source>
        <translation>صورة الكاميرا {number} بلا أرض ثابتة: ارسم على الخريطة</translation>
    </message>
    <message>
        <source>Camera {number} looks elsewhere than its ground was calibrated: draw on the map</source>
        <translation>الكاميرا {number} تنظر إلى غير ما عويرت عليه أرضها: ارسم على الخريطة</translation>
    </message>
    <message>
        <source>Camera {number} has no ground: draw on the map, or calibrate its ground</source>
        <translation>الكاميرا {number} بلا أرضية معايرة: ارسم على الخريطة أو عاير أرضيتها</translation>
    </message>
    <message>
        <source>It is not complete yet</source>
        <translation>لم يكتمل بعد</translation>
    </message>
    <message>
        <source>{name}: kept, and drawn at all stations</source>
        <translation>{name}: حفظ وهو مرسوم في كل المحطات</translation>
    </message>
    <message>
        <source>Its lines cross: nobody could say what is inside; move a corner</source>
        <translation>خطوطه تتقاطع: لا أحد يعرف ما بداخله؛ حرك زاوية</translation>
    </message>
    <message>
        <source>Give it a name first</source>
        <translation>سمه أولا</translation>
    </message>
</context>
<context>
    <name>DurationChoice</name>
    <message>
        <source> min</source>
        <translation> د</translation>
    </message>
    <message>
        <source>Minutes asked for</source>
        <translation>الدقائق المطلوبة</translation>
    </message>
</context>
<context>
    <name>EnrolDialog</name>
    <message>
        <source>A password and a second factor of your own</source>
        <translation>كلمة سر وعامل ثان خاصان بك</translation>
    </message>
    <message>
        <source>The password you were given is known to somebody else: choose your own.</source>
        <translation>كلمة السر التي استلمتها يعرفها غيرك: اختر كلمتك.</translation>
    </message>
</context>
<context>
    <name>EntryBar</name>
    <message>
        <source>104 camera to tile · L2 layout · 4x4 grid · M map · + log · H health · ? help</source>
        <translation>104 كاميرا · L2 تخطيط · 4x4 شبكة · M خريطة · + سجل · H الحالة · ? مساعدة</translation>
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
    <name>FirstAdministrator</name>
    <message>
        <source>The first administrator</source>
        <translation>مسؤول النظام الأول</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>اسم الدخول</translation>
    </message>
    <message>
        <source>Name, as others read it</source>
        <translation>الاسم كما يقرؤه الآخرون</translation>
    </message>
    <message>
        <source>Nobody has an account here yet.</source>
        <translation>لا أحد لديه حساب هنا بعد.</translation>
    </message>
    <message>
        <source>The first one is an administrator&apos;s: they make the others and sign the list of people and policies that every decoder believes. An administrator opens no picture and decides no request.</source>
        <translation>الأول لمسؤول النظام: ينشئ الحسابات الأخرى ويوقّع قائمة الأشخاص والقواعد التي يصدّقها كل مفكك ترميز. مسؤول النظام لا يفتح أي صورة ولا يبت في أي طلب.</translation>
    </message>
</context>
<context>
    <name>FirstPasswordDialog</name>
    <message>
        <source>First password</source>
        <translation>كلمة السر الأولى</translation>
    </message>
    <message>
        <source>For {name}. It is shown this once and kept nowhere; the first sign-in replaces it.</source>
        <translation>لـ {name}. تُعرض هذه المرة فقط ولا تُحفظ؛ يستبدلها أول دخول.</translation>
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
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>المالك</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>About</source>
        <translation>الموضوع</translation>
    </message>
    <message>
        <source>number of a request, a grant or a lock; empty for all</source>
        <translation>رقم طلب أو إذن أو قفل؛ فارغ للكل</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>قراءة</translation>
    </message>
    <message>
        <source>Every reading is itself recorded. People stand here by pseudonyms; typed reasons are kept apart and erased after their time.</source>
        <translation>كل قراءة تُسجل هي أيضا. يظهر الأشخاص هنا بأسماء مستعارة؛ تُحفظ الأسباب المكتوبة على حدة وتُحذف بعد أجلها.</translation>
    </message>
    <message>
        <source>Entries, the newest first</source>
        <translation>القيود، الأحدث أولا</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>ما حدث</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>المحطة</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Nothing read yet, or nothing found. Press Read.</source>
        <translation>لم يُقرأ شيء بعد أو لم يوجد شيء. اضغط قراءة.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>{count} entries; this reading is recorded</source>
        <translation>القيود: {count}؛ هذه القراءة مسجلة</translation>
    </message>
</context>
<context>
    <name>IncidentFields</name>
    <message>
        <source>Event</source>
        <translation>الحدث</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>الأولوية</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>الوصف</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>التعليمات</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>الاستعجال</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>الخطورة</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>اليقين</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>الوظيفة</translation>
    </message>
    <message>
        <source>Meanwhile changed by {name}: {value}</source>
        <translation>عدّله {name} في هذه الأثناء: {value}</translation>
    </message>
    <message>
        <source>Write a place as latitude and longitude, such as 33.60550, -7.61920</source>
        <translation>اكتب المكان بخط العرض وخط الطول، مثل 33.60550, -7.61920</translation>
    </message>
    <message>
        <source>Say in a word or two what has happened</source>
        <translation>قل في كلمة أو كلمتين ما الذي حدث</translation>
    </message>
    <message>
        <source>From the map</source>
        <translation>من الخريطة</translation>
    </message>
    <message>
        <source>Takes the place that is chosen on the map</source>
        <translation>يأخذ المكان المختار على الخريطة</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
</context>
<context>
    <name>IncidentFinder</name>
    <message>
        <source>Find an incident</source>
        <translation>البحث عن حادث</translation>
    </message>
    <message>
        <source>number, or words of the incident</source>
        <translation>رقم أو كلمات من الحادث</translation>
    </message>
    <message>
        <source>Number or words of the incident</source>
        <translation>رقم الحادث أو كلمات منه</translation>
    </message>
    <message>
        <source>Incidents found; Enter opens the page of one</source>
        <translation>الحوادث الموجودة؛ Enter يفتح صفحة أحدها</translation>
    </message>
    <message>
        <source>Found: {count}</source>
        <translation>النتائج: {count}</translation>
    </message>
</context>
<context>
    <name>IncidentFloor</name>
    <message>
        <source>New incident…</source>
        <translation>حادث جديد…</translation>
    </message>
    <message>
        <source>Open incidents</source>
        <translation>الحوادث المفتوحة</translation>
    </message>
    <message>
        <source>Find an incident…</source>
        <translation>البحث عن حادث…</translation>
    </message>
    <message>
        <source>Changes to settle…</source>
        <translation>تعديلات للبت فيها…</translation>
    </message>
    <message>
        <source>Incident {number} opened: {event}</source>
        <translation>فُتح الحادث {number}: {event}</translation>
    </message>
</context>
<context>
    <name>IncidentForm</name>
    <message>
        <source>Open (Enter)</source>
        <translation>فتح (Enter)</translation>
    </message>
    <message>
        <source>New incident</source>
        <translation>حادث جديد</translation>
    </message>
    <message>
        <source>What has happened: a number, or a few words</source>
        <translation>ما الذي حدث: رقم أو بضع كلمات</translation>
    </message>
    <message>
        <source>What has happened: a number of the list, or a few words</source>
        <translation>ما الذي حدث: رقم من القائمة أو بضع كلمات</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>الأولوية</translation>
    </message>
    <message>
        <source>number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Number of the camera that shows it; may be empty</source>
        <translation>رقم الكاميرا التي تُظهره؛ يمكن تركه فارغًا</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>الكاميرا</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>إلغاء (Esc)</translation>
    </message>
    <message>
        <source>there is no such camera</source>
        <translation>لا توجد كاميرا كهذه</translation>
    </message>
    <message>
        <source>at the place pointed at: {place}</source>
        <translation>في المكان المشار إليه: {place}</translation>
    </message>
    <message>
        <source>at the camera&apos;s place</source>
        <translation>في مكان الكاميرا</translation>
    </message>
    <message>
        <source>without a place</source>
        <translation>بلا مكان</translation>
    </message>
    <message>
        <source>Say what has happened: a number of the list, or a word or two</source>
        <translation>قل ما الذي حدث: رقم من القائمة أو كلمة أو كلمتان</translation>
    </message>
    <message>
        <source>There is no camera {number}</source>
        <translation>لا توجد كاميرا {number}</translation>
    </message>
</context>
<context>
    <name>IncidentPage</name>
    <message>
        <source>Save (Ctrl+Enter)</source>
        <translation>حفظ (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Undo what was typed</source>
        <translation>التراجع عمّا كُتب</translation>
    </message>
    <message>
        <source>priority: {priority}</source>
        <translation>الأولوية: {priority}</translation>
    </message>
    <message>
        <source>owner: {name}</source>
        <translation>المسؤول: {name}</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>منذ {time}</translation>
    </message>
    <message>
        <source>Monitored by {names}</source>
        <translation>يتابعه {names}</translation>
    </message>
    <message>
        <source>Somebody else changed it first: settle it above</source>
        <translation>عدّله شخص آخر أولًا: بُتّ في الأمر أعلاه</translation>
    </message>
    <message>
        <source>What you typed is not kept: Ctrl+Enter keeps it, Esc again leaves it</source>
        <translation>لم يُحفظ ما كتبته: Ctrl+Enter يحفظه، وEsc مرة أخرى يتركه</translation>
    </message>
</context>
<context>
    <name>IncidentsPanel</name>
    <message>
        <source>Open its page</source>
        <translation>فتح صفحته</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>تولّي المسؤولية</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>المفتوحة: {count}</translation>
    </message>
    <message>
        <source>none open</source>
        <translation>لا شيء مفتوح</translation>
    </message>
    <message>
        <source>The store does not answer. Acts that wait at this station: {count}</source>
        <translation>قاعدة البيانات لا تستجيب. الأعمال المنتظرة في هذه المحطة: {count}</translation>
    </message>
    <message>
        <source>Changes to settle: {count}</source>
        <translation>تعديلات للبت فيها: {count}</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>الحوادث</translation>
    </message>
    <message>
        <source>New (Ctrl+N)</source>
        <translation>جديد (Ctrl+N)</translation>
    </message>
    <message>
        <source>Open a new incident</source>
        <translation>فتح حادث جديد</translation>
    </message>
    <message>
        <source>Open incidents; Enter opens the page of one</source>
        <translation>الحوادث المفتوحة؛ Enter يفتح صفحة أحدها</translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <source>Sign in first</source>
        <translation>سجّل الدخول أولاً</translation>
    </message>
    <message>
        <source>Being written: {file}</source>
        <translation>قيد الكتابة: {file}</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>كُتب: {file}</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>اختيار ملف</translation>
    </message>
    <message>
        <source>Write as</source>
        <translation>الكتابة باسم</translation>
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
    <name>LayerForm</name>
    <message>
        <source>Layer {name}</source>
        <translation>الطبقة {name}</translation>
    </message>
    <message>
        <source>from</source>
        <translation>من</translation>
    </message>
    <message>
        <source>until</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Locked: its drawings stay as they are</source>
        <translation>مقفلة: رسومها تبقى كما هي</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Tick nobody and everybody sees it</source>
        <translation>إن لم تختر أحدا رآها الجميع</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>العتامة</translation>
    </message>
    <message>
        <source>Only for</source>
        <translation>فقط لـ</translation>
    </message>
    <message>
        <source>Shown from</source>
        <translation>تظهر ابتداء من</translation>
    </message>
    <message>
        <source>It holds</source>
        <translation>صالحة</translation>
    </message>
    <message>
        <source>It would end before it begins</source>
        <translation>ستنتهي قبل أن تبدأ</translation>
    </message>
    <message>
        <source>You will not see it yourself any more</source>
        <translation>لن تراها أنت بعد ذلك</translation>
    </message>
</context>
<context>
    <name>Layers</name>
    <message>
        <source>Hide (Space)</source>
        <translation>إخفاء (Space)</translation>
    </message>
    <message>
        <source>Show (Space)</source>
        <translation>إظهار (Space)</translation>
    </message>
    <message>
        <source>Look at it on the map</source>
        <translation>النظر إليها على الخريطة</translation>
    </message>
    <message>
        <source>Draw on it</source>
        <translation>الرسم عليها</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>الرسوم</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>تعديل…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>حذف…</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>و{count} غيرها</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>قفل</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>فتح القفل</translation>
    </message>
    <message>
        <source>Farther up (Alt+Up)</source>
        <translation>إلى أعلى (Alt+Up)</translation>
    </message>
    <message>
        <source>Farther down (Alt+Down)</source>
        <translation>إلى أسفل (Alt+Down)</translation>
    </message>
    <message>
        <source>Name, audience, times…</source>
        <translation>الاسم والجمهور والأوقات…</translation>
    </message>
    <message>
        <source>Write a GeoJSON file…</source>
        <translation>كتابة ملف GeoJSON…</translation>
    </message>
    <message>
        <source>Archive…</source>
        <translation>أرشفة…</translation>
    </message>
    <message>
        <source>Perimeter</source>
        <translation>طوق</translation>
    </message>
    <message>
        <source>Evacuation</source>
        <translation>إخلاء</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>مسار</translation>
    </message>
    <message>
        <source>Staging area</source>
        <translation>منطقة تجمع</translation>
    </message>
    <message>
        <source>Hazard</source>
        <translation>خطر</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>مورد</translation>
    </message>
    <message>
        <source>Free drawing</source>
        <translation>رسم حر</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>مستورد</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>مساحة</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>خط</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>نقطة</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>دائرة</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>مستطيل</translation>
    </message>
    <message>
        <source>level {level}</source>
        <translation>المستوى {level}</translation>
    </message>
    <message>
        <source>concerns no camera</source>
        <translation>لا تعني أي كاميرا</translation>
    </message>
    <message>
        <source>frames {cameras} and {count} more</source>
        <translation>تؤطر {cameras} و{count} غيرها</translation>
    </message>
    <message>
        <source>frames {cameras}</source>
        <translation>تؤطر {cameras}</translation>
    </message>
    <message>
        <source>Several parts</source>
        <translation>عدة أجزاء</translation>
    </message>
    <message>
        <source>{area} ha</source>
        <translation>{area} هكتار</translation>
    </message>
    <message>
        <source>{area} m²</source>
        <translation>{area} م²</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>مقفلة</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>لم ينظر إليها بعد</translation>
    </message>
    <message>
        <source>from level {level}</source>
        <translation>من المستوى {level}</translation>
    </message>
    <message>
        <source>for {roles}</source>
        <translation>لـ{roles}</translation>
    </message>
    <message>
        <source>from {time}</source>
        <translation>من {time}</translation>
    </message>
    <message>
        <source>over since {time}</source>
        <translation>انتهت منذ {time}</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>إلى {time}</translation>
    </message>
</context>
<context>
    <name>LayersFloor</name>
    <message>
        <source>Layers</source>
        <translation>الطبقات</translation>
    </message>
    <message>
        <source>Draw a perimeter</source>
        <translation>رسم طوق</translation>
    </message>
    <message>
        <source>Draw…</source>
        <translation>رسم…</translation>
    </message>
    <message>
        <source>Take in a GeoJSON file…</source>
        <translation>استيراد ملف GeoJSON…</translation>
    </message>
    <message>
        <source>Delete this drawing of {layer}, on all stations?</source>
        <translation>حذف هذا الرسم من {layer} في كل المحطات؟</translation>
    </message>
    <message>
        <source>Delete a drawing</source>
        <translation>حذف رسم</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Archive {layer}? It leaves the wall of all stations and is not changed any more.</source>
        <translation>أرشفة {layer}؟ تغادر جدار كل المحطات ولا تعدل بعد ذلك.</translation>
    </message>
    <message>
        <source>Archive a layer</source>
        <translation>أرشفة طبقة</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>أرشفة</translation>
    </message>
    <message>
        <source>{file} holds no drawing that could be taken in</source>
        <translation>لا يحتوي {file} على رسم يمكن استيراده</translation>
    </message>
    <message>
        <source>{file}: taken in and hidden until you show it. Drawings: {count}</source>
        <translation>{file}: استورد وهو مخفي حتى تظهره. الرسوم: {count}</translation>
    </message>
    <message>
        <source>Oddities: {count}, such as: {first}</source>
        <translation>ملاحظات: {count}، منها: {first}</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>كتب: {file}</translation>
    </message>
    <message>
        <source>Drawings (*.geojson *.json)</source>
        <translation>رسوم (*.geojson *.json)</translation>
    </message>
    <message>
        <source>A GeoJSON file</source>
        <translation>ملف GeoJSON</translation>
    </message>
    <message>
        <source>Write the layer as</source>
        <translation>كتابة الطبقة باسم</translation>
    </message>
</context>
<context>
    <name>LayersPanel</name>
    <message>
        <source>nothing drawn on it</source>
        <translation>لا رسم عليها</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ظاهرة</translation>
    </message>
    <message>
        <source>off</source>
        <translation>مخفية</translation>
    </message>
    <message>
        <source>Take in a GeoJSON file…</source>
        <translation>استيراد ملف GeoJSON…</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>الطبقات</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>رسم</translation>
    </message>
    <message>
        <source>Draw a new layer</source>
        <translation>رسم طبقة جديدة</translation>
    </message>
    <message>
        <source>Nothing drawn: a perimeter, a route or a hazard lies over map and pictures.</source>
        <translation>لا رسم بعد: الطوق والمسار والخطر ترسم فوق الخريطة والصور.</translation>
    </message>
    <message>
        <source>Layers; Space switches one, Enter opens its menu</source>
        <translation>الطبقات؛ Space يظهر إحداها أو يخفيها، وEnter يفتح قائمتها</translation>
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
    <name>LegsTable</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Of the owner alone</source>
        <translation>من المالك وحده</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>كم</translation>
    </message>
    <message>
        <source>Who must agree</source>
        <translation>من يجب أن يوافق</translation>
    </message>
    <message>
        <source>Add a group</source>
        <translation>إضافة مجموعة</translation>
    </message>
    <message>
        <source>Remove the last group</source>
        <translation>إزالة آخر مجموعة</translation>
    </message>
</context>
<context>
    <name>Level</name>
    <message>
        <source>In force</source>
        <translation>ساري</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>منذ</translation>
    </message>
    <message>
        <source>it was never changed</source>
        <translation>لم يتغير قط</translation>
    </message>
    <message>
        <source>{time}, for {minutes} min</source>
        <translation>{time}، منذ {minutes} دقيقة</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>On whose word</source>
        <translation>بأمر من</translation>
    </message>
    <message>
        <source>Asked for by</source>
        <translation>طلبه</translation>
    </message>
    <message>
        <source>Agreed to by</source>
        <translation>وافق عليه</translation>
    </message>
    <message>
        <source>nobody yet: it was raised alone in an emergency</source>
        <translation>لا أحد بعد: رفعه شخص وحده في حالة طوارئ</translation>
    </message>
    <message>
        <source>overdue since {time}</source>
        <translation>متأخرة منذ {time}</translation>
    </message>
    <message>
        <source>To be reviewed</source>
        <translation>المراجعة</translation>
    </message>
    <message>
        <source>the store does not answer: this is the level as last read</source>
        <translation>قاعدة البيانات لا تستجيب: هذا آخر مستوى قُرئ</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>قاعدة البيانات</translation>
    </message>
    <message>
        <source>{count} that you do not see</source>
        <translation>{count} لا تراها</translation>
    </message>
    <message>
        <source>{count} lines</source>
        <translation>عدد الأسطر: {count}</translation>
    </message>
    <message>
        <source>{done} of {count} done</source>
        <translation>أُنجز {done} من {count}</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>الجدار</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>الطبقات</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>قائمة المهام</translation>
    </message>
    <message>
        <source>Access that it opens</source>
        <translation>الولوج الذي يفتحه</translation>
    </message>
    <message>
        <source>{who} asks for level {level}: {reason}</source>
        <translation>{who} يطلب المستوى {level}: {reason}</translation>
    </message>
    <message>
        <source>To be reviewed: {time}</source>
        <translation>المراجعة: {time}</translation>
    </message>
    <message>
        <source>It waits for a second person: you cannot agree to your own request.</source>
        <translation>في انتظار شخص ثانٍ: لا يمكنك الموافقة على طلبك.</translation>
    </message>
    <message>
        <source>It waits for an operator or a supervisor.</source>
        <translation>في انتظار مشغّل أو مشرف.</translation>
    </message>
    <message>
        <source>It opens access: your second factor is asked for.</source>
        <translation>يفتح ولوجا: سيُطلب عاملك الثاني.</translation>
    </message>
    <message>
        <source>{who} raised it alone. A second person was to ratify it by {time}: it is overdue.</source>
        <translation>رفعه {who} وحده. كان على شخص ثانٍ المصادقة قبل {time}: تأخرت.</translation>
    </message>
    <message>
        <source>{who} raised it alone. A second person must ratify it by {time}.</source>
        <translation>رفعه {who} وحده. على شخص ثانٍ المصادقة قبل {time}.</translation>
    </message>
    <message>
        <source>Routine</source>
        <translation>عادي</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>عودة إلى الوضع العادي</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>يقظة معززة</translation>
    </message>
    <message>
        <source>Partial activation</source>
        <translation>تفعيل جزئي</translation>
    </message>
    <message>
        <source>Full activation</source>
        <translation>تفعيل كامل</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>جزئي</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>كامل</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} د</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} س</translation>
    </message>
    <message>
        <source>somebody unknown here</source>
        <translation>شخص غير معروف هنا</translation>
    </message>
    <message>
        <source>not ratified</source>
        <translation>بلا مصادقة</translation>
    </message>
    <message>
        <source>{level} asked</source>
        <translation>طُلب {level}</translation>
    </message>
    <message>
        <source>overdue {time}</source>
        <translation>متأخرة {time}</translation>
    </message>
    <message>
        <source>not ratified since {time}</source>
        <translation>بلا مصادقة منذ {time}</translation>
    </message>
    <message>
        <source>level {level} asked: second person needed</source>
        <translation>طُلب المستوى {level}: يلزم شخص ثانٍ</translation>
    </message>
    <message>
        <source>ratify by {time}</source>
        <translation>المصادقة قبل {time}</translation>
    </message>
    <message>
        <source>review overdue since {time}</source>
        <translation>المراجعة متأخرة منذ {time}</translation>
    </message>
    <message>
        <source>review {time}</source>
        <translation>المراجعة {time}</translation>
    </message>
    <message>
        <source>as last read</source>
        <translation>كما قُرئ آخر مرة</translation>
    </message>
</context>
<context>
    <name>LevelBar</name>
    <message>
        <source>Level {level}: this wall is yours now</source>
        <translation>المستوى {level}: هذا الجدار لك الآن</translation>
    </message>
    <message>
        <source>Level {level} has set this wall</source>
        <translation>وضع المستوى {level} هذا الجدار</translation>
    </message>
    <message>
        <source>Level {level} brings wall {number}</source>
        <translation>المستوى {level} يجلب الجدار {number}</translation>
    </message>
    <message>
        <source>Back to the wall before</source>
        <translation>الرجوع إلى الجدار السابق</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>إظهاره</translation>
    </message>
    <message>
        <source>Keep this wall</source>
        <translation>إبقاء هذا الجدار</translation>
    </message>
</context>
<context>
    <name>LevelBlock</name>
    <message>
        <source>Crisis level {level}</source>
        <translation>مستوى الأزمة {level}</translation>
    </message>
</context>
<context>
    <name>LevelFloor</name>
    <message>
        <source>Crisis level…</source>
        <translation>مستوى الأزمة…</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>قائمة المهام</translation>
    </message>
    <message>
        <source>Level {level} is in force; a second person must ratify it within 15 minutes</source>
        <translation>المستوى {level} ساري؛ على شخص ثانٍ المصادقة خلال 15 دقيقة</translation>
    </message>
    <message>
        <source>Level {level} is asked for; a second person must agree</source>
        <translation>طُلب المستوى {level}؛ على شخص ثانٍ الموافقة</translation>
    </message>
    <message>
        <source>Crisis level {level}</source>
        <translation>مستوى الأزمة {level}</translation>
    </message>
    <message>
        <source>The level in force brings no checklist</source>
        <translation>المستوى الساري لا يجلب قائمة مهام</translation>
    </message>
</context>
<context>
    <name>LevelForm</name>
    <message>
        <source>Ask for another crisis level</source>
        <translation>طلب مستوى أزمة آخر</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>طلب</translation>
    </message>
    <message>
        <source>Emergency: raise it now, alone</source>
        <translation>طوارئ: ارفعه الآن وحدك</translation>
    </message>
    <message>
        <source>what has happened</source>
        <translation>ما الذي حدث</translation>
    </message>
    <message>
        <source>who orders it, where somebody does</source>
        <translation>من يأمر به، إن وُجد</translation>
    </message>
    <message>
        <source>in {time}, at {end}</source>
        <translation>بعد {time}، في {end}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>المستوى</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>On whose word</source>
        <translation>بأمر من</translation>
    </message>
    <message>
        <source>To be reviewed</source>
        <translation>المراجعة</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>الحادث</translation>
    </message>
    <message>
        <source>It brings, and takes away when it ends</source>
        <translation>يجلب هذا، ويسحبه عند انتهائه</translation>
    </message>
    <message>
        <source>A second person must agree before anything changes.</source>
        <translation>لا يتغير شيء قبل موافقة شخص ثانٍ.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>It begins at once; a second person must ratify it within 15 minutes</source>
        <translation>يبدأ فورا؛ على شخص ثانٍ المصادقة خلال 15 دقيقة</translation>
    </message>
    <message>
        <source>Say why: the second person decides by it</source>
        <translation>اذكر السبب: به يقرر الشخص الثاني</translation>
    </message>
    <message>
        <source>Access opens around a place: choose the incident that it is for, with its place</source>
        <translation>يُفتح الولوج حول مكان: اختر الحادث المعني ومكانه</translation>
    </message>
</context>
<context>
    <name>LevelPage</name>
    <message>
        <source>in force now</source>
        <translation>ساري الآن</translation>
    </message>
    <message>
        <source>Any step up, one step down; recovery only after an activation</source>
        <translation>الصعود بأي درجة والنزول بدرجة واحدة؛ والعودة إلى الوضع العادي بعد تفعيل فقط</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>طلبه</translation>
    </message>
    <message>
        <source>A supervisor asks for a level</source>
        <translation>المشرف هو من يطلب مستوى</translation>
    </message>
    <message>
        <source>Crisis level</source>
        <translation>مستوى الأزمة</translation>
    </message>
    <message>
        <source>Choose a level to ask for it: two persons raise it or step it down, one step at a time.</source>
        <translation>اختر مستوى لطلبه: يرفعه شخصان أو ينزلانه درجة في كل مرة.</translation>
    </message>
    <message>
        <source>A supervisor asks for a level, a second person agrees.</source>
        <translation>يطلب المشرف مستوى ويوافق عليه شخص ثانٍ.</translation>
    </message>
    <message>
        <source>Agree: it begins now (A)</source>
        <translation>موافقة: يبدأ الآن (A)</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>سحب</translation>
    </message>
    <message>
        <source>why, where you refuse</source>
        <translation>السبب، إن رفضت</translation>
    </message>
    <message>
        <source>Why, where you refuse</source>
        <translation>السبب، إن رفضت</translation>
    </message>
    <message>
        <source>Ratify</source>
        <translation>مصادقة</translation>
    </message>
    <message>
        <source>Reviewed: let it stand</source>
        <translation>رُوجع: يبقى</translation>
    </message>
    <message>
        <source>Stand down…</source>
        <translation>إنهاء المستوى…</translation>
    </message>
    <message>
        <source>What the levels bring…</source>
        <translation>ما تجلبه المستويات…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>review again in {time}</source>
        <translation>المراجعة بعد {time}</translation>
    </message>
    <message>
        <source>When it is reviewed again</source>
        <translation>موعد المراجعة التالية</translation>
    </message>
</context>
<context>
    <name>LevelWall</name>
    <message>
        <source>The wall is as it was before the crisis level</source>
        <translation>عاد الجدار كما كان قبل مستوى الأزمة</translation>
    </message>
    <message>
        <source>Level {level} brings wall {number}, but none is saved under it</source>
        <translation>المستوى {level} يجلب الجدار {number}، لكن لا شيء محفوظ تحته</translation>
    </message>
    <message>
        <source>Wall {number} of level {level} cannot be shown: {reason}</source>
        <translation>لا يمكن إظهار الجدار {number} للمستوى {level}: {reason}</translation>
    </message>
    <message>
        <source>This station will not know after a restart that the level set its wall: {reason}</source>
        <translation>بعد إعادة التشغيل لن تعرف هذه المحطة أن المستوى وضع جدارها: {reason}</translation>
    </message>
</context>
<context>
    <name>LevelWatch</name>
    <message>
        <source>Crisis level {level} is in force: {reason}</source>
        <translation>مستوى الأزمة {level} ساري: {reason}</translation>
    </message>
    <message>
        <source>{who} asks for crisis level {level}: {reason}. A second person must agree</source>
        <translation>{who} يطلب مستوى الأزمة {level}: {reason}. على شخص ثانٍ الموافقة</translation>
    </message>
    <message>
        <source>{who} refused crisis level {level}: {reason}</source>
        <translation>رفض {who} مستوى الأزمة {level}: {reason}</translation>
    </message>
    <message>
        <source>{who} refused level {level}</source>
        <translation>رفض {who} المستوى {level}</translation>
    </message>
    <message>
        <source>{who} raised crisis level {level} alone: a second person must ratify it by {time}</source>
        <translation>رفع {who} وحده مستوى الأزمة {level}: على شخص ثانٍ المصادقة قبل {time}</translation>
    </message>
    <message>
        <source>Crisis level {level} was to be reviewed at {time}: let it stand, or step down</source>
        <translation>كان يجب مراجعة مستوى الأزمة {level} في {time}: أبقه أو انزل درجة</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>Locked</source>
        <translation>مقفل</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة السر</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>فتح القفل</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>خروج</translation>
    </message>
    <message>
        <source>Locked · {who} at {station}</source>
        <translation>مقفل · {who} في المحطة {station}</translation>
    </message>
    <message>
        <source>The wall is hidden and clear pictures are closed. Your grants run on.</source>
        <translation>الجدار مخفي والصور الواضحة مغلقة. مدة ولوجك مستمرة.</translation>
    </message>
    <message>
        <source>The store does not answer; the station stays locked until it does</source>
        <translation>قاعدة البيانات لا تجيب؛ تبقى المحطة مقفلة حتى تجيب</translation>
    </message>
</context>
<context>
    <name>LocksPage</name>
    <message>
        <source>Locks</source>
        <translation>الأقفال</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>قفل</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>أيّ</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>لماذا</translation>
    </message>
    <message>
        <source>What the lock stops</source>
        <translation>ما يوقفه القفل</translation>
    </message>
    <message>
        <source>Which one</source>
        <translation>أيّ واحد</translation>
    </message>
    <message>
        <source>Reason, at least 10 letters</source>
        <translation>السبب، 10 أحرف على الأقل</translation>
    </message>
    <message>
        <source>reason, at least 10 letters</source>
        <translation>السبب، 10 أحرف على الأقل</translation>
    </message>
    <message>
        <source>Set the lock</source>
        <translation>وضع القفل</translation>
    </message>
    <message>
        <source>Lift (Delete)</source>
        <translation>رفع (Delete)</translation>
    </message>
    <message>
        <source>Locks in force</source>
        <translation>الأقفال السارية</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>وضعه</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>منذ</translation>
    </message>
    <message>
        <source>No lock stands. A lock opens nothing and stops everything it names until it is lifted.</source>
        <translation>لا أقفال. لا يفتح القفل شيئا ويوقف كل ما يسميه حتى يُرفع.</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>كل شيء</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>غير موجود</translation>
    </message>
    <message>
        <source>The lock stands: what it names opens nothing from now on.</source>
        <translation>القفل قائم: لا يُفتح شيء مما يسميه من الآن.</translation>
    </message>
    <message>
        <source>Lift the lock: {kind} {target}?</source>
        <translation>رفع القفل: {kind} {target}؟</translation>
    </message>
    <message>
        <source>The lock is lifted.</source>
        <translation>رُفع القفل.</translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message>
        <source>Observation</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Message in</source>
        <translation>رسالة واردة</translation>
    </message>
    <message>
        <source>Message out</source>
        <translation>رسالة صادرة</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>قرار</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>إجراء</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>تلقائي</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>النفاذ</translation>
    </message>
    <message>
        <source>Crisis level</source>
        <translation>مستوى الأزمة</translation>
    </message>
    <message>
        <source>Inject</source>
        <translation>حدث التمرين</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>تقييم</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>تصحيح</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>مراجعة</translation>
    </message>
    <message>
        <source>Incident {number} opened: {what}</source>
        <translation>فُتح الحادث {number}: {what}</translation>
    </message>
    <message>
        <source>Incident {number} changed: {fields}</source>
        <translation>عُدّل الحادث {number}: {fields}</translation>
    </message>
    <message>
        <source>Incident {number}: {state}</source>
        <translation>الحادث {number}: {state}</translation>
    </message>
    <message>
        <source>Incident {number} taken over</source>
        <translation>تم تولّي الحادث {number}</translation>
    </message>
    <message>
        <source>Incident {number}: camera {camera} linked</source>
        <translation>الحادث {number}: رُبطت الكاميرا {camera}</translation>
    </message>
    <message>
        <source>Incident {number}: camera {camera} no longer linked</source>
        <translation>الحادث {number}: لم تعد الكاميرا {camera} مرتبطة</translation>
    </message>
    <message>
        <source>Incident {number}: CAP message {message}</source>
        <translation>الحادث {number}: رسالة CAP {message}</translation>
    </message>
    <message>
        <source>Marker {name} placed</source>
        <translation>وُضعت العلامة {name}</translation>
    </message>
    <message>
        <source>Marker {name} changed</source>
        <translation>عُدّلت العلامة {name}</translation>
    </message>
    <message>
        <source>Marker {name}: {state}</source>
        <translation>العلامة {name}: {state}</translation>
    </message>
    <message>
        <source>Marker {name} put anew</source>
        <translation>أُعيد وضع العلامة {name}</translation>
    </message>
    <message>
        <source>Layer {name} made</source>
        <translation>أُنشئت الطبقة {name}</translation>
    </message>
    <message>
        <source>Layer {name} changed</source>
        <translation>عُدّلت الطبقة {name}</translation>
    </message>
    <message>
        <source>Layer {name}: {state}</source>
        <translation>الطبقة {name}: {state}</translation>
    </message>
    <message>
        <source>Layer {name}: something was drawn</source>
        <translation>الطبقة {name}: أُضيف رسم</translation>
    </message>
    <message>
        <source>Layer {name}: a drawing was changed</source>
        <translation>الطبقة {name}: عُدّل رسم</translation>
    </message>
    <message>
        <source>Layer {name}: a drawing was deleted</source>
        <translation>الطبقة {name}: حُذف رسم</translation>
    </message>
    <message>
        <source>Alarm: {title} ({source})</source>
        <translation>إنذار: {title} ({source})</translation>
    </message>
    <message>
        <source>Alarm again: {title} ({source})</source>
        <translation>إنذار مجدداً: {title} ({source})</translation>
    </message>
    <message>
        <source>Alarm acknowledged: {title}</source>
        <translation>تم الإقرار بالإنذار: {title}</translation>
    </message>
    <message>
        <source>Alarm shelved: {title}</source>
        <translation>وُضع الإنذار جانباً: {title}</translation>
    </message>
    <message>
        <source>Alarm back from the shelf: {title}</source>
        <translation>عاد الإنذار: {title}</translation>
    </message>
    <message>
        <source>Incident opened from the alarm: {title}</source>
        <translation>فُتح حادث من الإنذار: {title}</translation>
    </message>
    <message>
        <source>Crisis level {level} asked for</source>
        <translation>طُلب مستوى الأزمة {level}</translation>
    </message>
    <message>
        <source>Crisis level {level} is no longer asked for</source>
        <translation>لم يعد مستوى الأزمة {level} مطلوباً</translation>
    </message>
    <message>
        <source>Crisis level {before} became {level}</source>
        <translation>مستوى الأزمة: من {before} إلى {level}</translation>
    </message>
    <message>
        <source>Crisis level {level} confirmed by a second person</source>
        <translation>أكّد شخص ثانٍ مستوى الأزمة {level}</translation>
    </message>
    <message>
        <source>Crisis level {level} reviewed: it stays</source>
        <translation>رُوجع مستوى الأزمة {level}: يبقى</translation>
    </message>
    <message>
        <source>Checklist of level {level}, done: {item}</source>
        <translation>قائمة المستوى {level}، أُنجز: {item}</translation>
    </message>
    <message>
        <source>Checklist of level {level}, not done after all: {item}</source>
        <translation>قائمة المستوى {level}، لم يُنجز في النهاية: {item}</translation>
    </message>
    <message>
        <source>A change was not taken and waits to be settled</source>
        <translation>لم يُؤخذ تعديل وينتظر الحسم</translation>
    </message>
    <message>
        <source>A change that was not taken has been settled</source>
        <translation>حُسم تعديل لم يُؤخذ</translation>
    </message>
    <message>
        <source>Camera {camera} turned</source>
        <translation>تم تدوير الكاميرا {camera}</translation>
    </message>
    <message>
        <source>{what} written to the file {file}</source>
        <translation>{what}: كُتب الملف {file}</translation>
    </message>
    <message>
        <source>The log as a table</source>
        <translation>السجل كجدول</translation>
    </message>
    <message>
        <source>The log as a PDF</source>
        <translation>السجل كملف PDF</translation>
    </message>
    <message>
        <source>A briefing</source>
        <translation>إحاطة</translation>
    </message>
    <message>
        <source>A CAP message</source>
        <translation>رسالة CAP</translation>
    </message>
    <message>
        <source>The situation as CoT</source>
        <translation>الوضع بصيغة CoT</translation>
    </message>
    <message>
        <source>Layers as GeoJSON</source>
        <translation>طبقات بصيغة GeoJSON</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>مخفية</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>معروضة</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>مؤرشفة</translation>
    </message>
    <message>
        <source>event</source>
        <translation>الحدث</translation>
    </message>
    <message>
        <source>title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>description</source>
        <translation>الوصف</translation>
    </message>
    <message>
        <source>instruction</source>
        <translation>التعليمات</translation>
    </message>
    <message>
        <source>category</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>urgency</source>
        <translation>الاستعجال</translation>
    </message>
    <message>
        <source>severity</source>
        <translation>الخطورة</translation>
    </message>
    <message>
        <source>certainty</source>
        <translation>اليقين</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>الأولوية</translation>
    </message>
    <message>
        <source>place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>areas</source>
        <translation>المناطق</translation>
    </message>
    <message>
        <source>position</source>
        <translation>الوظيفة</translation>
    </message>
    <message>
        <source>significant</source>
        <translation>مهم</translation>
    </message>
    <message>
        <source>not significant</source>
        <translation>غير مهم</translation>
    </message>
    <message>
        <source>{caller} to {called}</source>
        <translation>من {caller} إلى {called}</translation>
    </message>
</context>
<context>
    <name>LogFloor</name>
    <message>
        <source>Log</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Write in the log</source>
        <translation>الكتابة في السجل</translation>
    </message>
    <message>
        <source>Say what happened behind the plus sign, such as: + barrier down</source>
        <translation>اكتب ما حدث بعد علامة الزائد، مثل: + سقط الحاجز</translation>
    </message>
    <message>
        <source>In the log as line {number}</source>
        <translation>في السجل، السطر {number}</translation>
    </message>
    <message>
        <source>The store does not answer: the line is kept at this station and sent when it is back</source>
        <translation>المخزن لا يجيب: يُحفظ السطر في هذه المحطة ويُرسل عند عودته</translation>
    </message>
</context>
<context>
    <name>LogPanel</name>
    <message>
        <source>{count} lines</source>
        <translation>{count} سطراً</translation>
    </message>
    <message>
        <source>no line fits</source>
        <translation>لا سطر يطابق</translation>
    </message>
    <message>
        <source>waits at this station</source>
        <translation>ينتظر في هذه المحطة</translation>
    </message>
    <message>
        <source>corrected by {name}: {text}</source>
        <translation>صححه {name}: {text}</translation>
    </message>
    <message>
        <source>All incidents</source>
        <translation>كل الحوادث</translation>
    </message>
    <message>
        <source>Not significant (I)</source>
        <translation>غير مهم (I)</translation>
    </message>
    <message>
        <source>Significant (I)</source>
        <translation>مهم (I)</translation>
    </message>
    <message>
        <source>Lines of this incident</source>
        <translation>أسطر هذا الحادث</translation>
    </message>
    <message>
        <source>What happened? Enter writes it, for all stations</source>
        <translation>ماذا حدث؟ يكتبه الإدخال لكل المحطات</translation>
    </message>
    <message>
        <source>What line {number} should have said</source>
        <translation>ما كان ينبغي أن يقوله السطر {number}</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>كتابة</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>تصحيح</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Search the whole log</source>
        <translation>البحث في السجل كله</translation>
    </message>
    <message>
        <source>Lines of which incident</source>
        <translation>أسطر أي حادث</translation>
    </message>
    <message>
        <source>Which lines</source>
        <translation>أي أسطر</translation>
    </message>
    <message>
        <source>Lines of the log, newest first</source>
        <translation>أسطر السجل، الأحدث أولاً</translation>
    </message>
    <message>
        <source>What sort of line</source>
        <translation>نوع السطر</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>كل الأسطر</translation>
    </message>
    <message>
        <source>Written by hand</source>
        <translation>المكتوبة يدوياً</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>القرارات</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>الرسائل</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>التلقائية</translation>
    </message>
    <message>
        <source>Significant</source>
        <translation>المهمة</translation>
    </message>
    <message>
        <source>Correct (C)</source>
        <translation>تصحيح (C)</translation>
    </message>
    <message>
        <source>Older lines</source>
        <translation>الأقدم</translation>
    </message>
    <message>
        <source>Table…</source>
        <translation>جدول…</translation>
    </message>
    <message>
        <source>Write these lines to a table for spreadsheets</source>
        <translation>كتابة هذه الأسطر في جدول</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>Print these lines to a PDF</source>
        <translation>طباعة هذه الأسطر في ملف PDF</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>إغلاق (Esc)</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>المزيد…</translation>
    </message>
</context>
<context>
    <name>LogPart</name>
    <message>
        <source>Log</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>a line for the log of this incident, then Enter</source>
        <translation>سطر لسجل هذا الحادث، ثم Enter</translation>
    </message>
    <message>
        <source>A line for the log of this incident</source>
        <translation>سطر لسجل هذا الحادث</translation>
    </message>
</context>
<context>
    <name>LookingPage</name>
    <message>
        <source>Who looks now</source>
        <translation>من يشاهد الآن</translation>
    </message>
    <message>
        <source>Clear views that are open, by their end</source>
        <translation>المشاهدات الواضحة المفتوحة حسب نهايتها</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>الشخص</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>المحطة</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>المالك</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>الكاميرات</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>منذ</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>الغرض</translation>
    </message>
    <message>
        <source>How</source>
        <translation>كيف</translation>
    </message>
    <message>
        <source>Nobody sees a private camera clear now.</source>
        <translation>لا أحد يرى كاميرا خاصة بوضوح الآن.</translation>
    </message>
    <message>
        <source>Revoke (R)</source>
        <translation>إلغاء (R)</translation>
    </message>
    <message>
        <source>An end holds at once and needs no reason; it is closed when the decoder has confirmed it.</source>
        <translation>الإنهاء نافذ فورا دون سبب؛ ويُعد مغلقا حين يؤكده مفكك الترميز.</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>غير موجود</translation>
    </message>
    <message>
        <source>closed, confirmed by the decoder</source>
        <translation>مغلق، أكده مفكك الترميز</translation>
    </message>
    <message>
        <source>ended, not confirmed yet</source>
        <translation>انتهى، لم يؤكَّد بعد</translation>
    </message>
    <message>
        <source>rests, a lock stands: {time}</source>
        <translation>متوقف بقفل: {time}</translation>
    </message>
    <message>
        <source>open: {time}</source>
        <translation>مفتوح: {time}</translation>
    </message>
    <message>
        <source>End the clear view of {name} at {station}?</source>
        <translation>إنهاء المشاهدة الواضحة لـ {name} في {station}؟</translation>
    </message>
    <message>
        <source>Ended. Not confirmed yet: wait for the decoder&apos;s word.</source>
        <translation>انتهى. لم يؤكَّد بعد: انتظر مفكك الترميز.</translation>
    </message>
    <message>
        <source>Ended and closed, confirmed by the decoder.</source>
        <translation>انتهى وأُغلق، أكده مفكك الترميز.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Access</source>
        <translation>ال&amp;ولوج</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>تسجيل الدخول…</translation>
    </message>
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
    <message>
        <source>Nothing to show: give cameras lat and lon, or put map.mbtiles or map.geojson into the profile</source>
        <translation>لا شيء لعرضه: أعطِ الكاميرات lat وlon، أو ضع map.mbtiles أو map.geojson في الملف الشخصي</translation>
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
    <name>MarkerForm</name>
    <message>
        <source>Take it away by itself then</source>
        <translation>إزالتها تلقائياً بعد ذلك</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>التسمية</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>For incident</source>
        <translation>للحادث</translation>
    </message>
    <message>
        <source>Fresh for</source>
        <translation>صالحة لمدة</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>ملاحظات</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Place it</source>
        <translation>ضعها</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>غيّرها</translation>
    </message>
    <message>
        <source>Place a marker</source>
        <translation>وضع علامة</translation>
    </message>
    <message>
        <source>Change a marker</source>
        <translation>تغيير علامة</translation>
    </message>
    <message>
        <source>Stands beside the marker</source>
        <translation>تظهر بجانب العلامة</translation>
    </message>
</context>
<context>
    <name>MarkerMap</name>
    <message>
        <source>Open an incident here</source>
        <translation>فتح حادث هنا</translation>
    </message>
    <message>
        <source>Place a marker here</source>
        <translation>وضع علامة هنا</translation>
    </message>
    <message>
        <source>Spotlight the nearest 8</source>
        <translation>تسليط الضوء على أقرب 8</translation>
    </message>
</context>
<context>
    <name>Markers</name>
    <message>
        <source>Spotlight its place</source>
        <translation>تسليط الضوء على مكانها</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>إعادة فتحها</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>تأكيد</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Archive: off the pictures and the map</source>
        <translation>أرشفة: إزالتها من الصور والخريطة</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>سحب…</translation>
    </message>
    <message>
        <source>Put it elsewhere…</source>
        <translation>نقلها إلى مكان آخر…</translation>
    </message>
    <message>
        <source>Change its words…</source>
        <translation>تغيير كلماتها…</translation>
    </message>
    <message>
        <source>Fresh for</source>
        <translation>صالحة لمدة</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>تابعة لـ</translation>
    </message>
    <message>
        <source>no incident</source>
        <translation>لا حادث</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>شخص</translation>
    </message>
    <message>
        <source>Injured person</source>
        <translation>شخص مصاب</translation>
    </message>
    <message>
        <source>Crowd</source>
        <translation>حشد</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>مركبة</translation>
    </message>
    <message>
        <source>Fire or smoke</source>
        <translation>نار أو دخان</translation>
    </message>
    <message>
        <source>Object left behind</source>
        <translation>غرض متروك</translation>
    </message>
    <message>
        <source>Obstacle</source>
        <translation>عائق</translation>
    </message>
    <message>
        <source>Own team</source>
        <translation>فريقنا</translation>
    </message>
    <message>
        <source>Meeting point</source>
        <translation>نقطة تجمع</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>حادث</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>أحمر</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>برتقالي</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>أصفر</translation>
    </message>
    <message>
        <source>Yellow green</source>
        <translation>أخضر مصفر</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>أخضر</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>أزرق</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>بنفسجي</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>رمادي</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>أسود</translation>
    </message>
    <message>
        <source>placed</source>
        <translation>موضوعة</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>مؤكدة</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>منتهية</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>مؤرشفة</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>مسحوبة</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>انتهى أجلها</translation>
    </message>
    <message>
        <source>Until somebody resolves it</source>
        <translation>حتى ينهيها أحد</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 دقيقة</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>ساعة واحدة</translation>
    </message>
    <message>
        <source>4 hours</source>
        <translation>4 ساعات</translation>
    </message>
    <message>
        <source>12 hours</source>
        <translation>12 ساعة</translation>
    </message>
    <message>
        <source>place not known</source>
        <translation>المكان غير معروف</translation>
    </message>
    <message>
        <source>on the picture of {camera}</source>
        <translation>على صورة {camera}</translation>
    </message>
    <message>
        <source>camera {camera} as a whole</source>
        <translation>الكاميرا {camera} بأكملها</translation>
    </message>
    <message>
        <source>placed {time} by {name}</source>
        <translation>وضعها {name} في {time}</translation>
    </message>
    <message>
        <source>placed {time}</source>
        <translation>وضعت في {time}</translation>
    </message>
    <message>
        <source>stale since {time}</source>
        <translation>قديمة منذ {time}</translation>
    </message>
    <message>
        <source>fresh until {time}</source>
        <translation>صالحة حتى {time}</translation>
    </message>
</context>
<context>
    <name>MarkersPart</name>
    <message>
        <source>Markers</source>
        <translation>العلامات</translation>
    </message>
    <message>
        <source>Resolve it</source>
        <translation>حلّها</translation>
    </message>
    <message>
        <source>Resolve all</source>
        <translation>حلّ الكل</translation>
    </message>
    <message>
        <source>Detach it</source>
        <translation>فصلها</translation>
    </message>
</context>
<context>
    <name>MaskEditor</name>
    <message>
        <source>Masks of {camera}</source>
        <translation>أقنعة {camera}</translation>
    </message>
    <message>
        <source>The camera&apos;s picture with its masks</source>
        <translation>صورة الكاميرا بأقنعتها</translation>
    </message>
    <message>
        <source>Arrows move the cross, with Shift finely. Space: corner. Enter: close the mask. Backspace: one corner back. Delete: remove a mask. A mask is solid at every level, for everybody; no clear view lifts it.</source>
        <translation>الأسهم تحرك العلامة، وبدقة مع Shift. المسافة: زاوية. Enter: إغلاق القناع. Backspace: حذف زاوية. Delete: حذف قناع. القناع معتم في كل مستوى وللجميع؛ لا ترفعه أي مشاهدة واضحة.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>اعتماد</translation>
    </message>
    <message>
        <source>Masks: {count}</source>
        <translation>الأقنعة: {count}</translation>
    </message>
    <message>
        <source>unfinished, corners: {count}</source>
        <translation>غير مكتمل، الزوايا: {count}</translation>
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
        <source>Buttons for turning on the picture</source>
        <translation>أزرار التدوير على الصورة</translation>
    </message>
    <message>
        <source>Send the camera to its home position</source>
        <translation>إعادة الكاميرا إلى وضعها الأصلي</translation>
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
    <name>MessagesFloor</name>
    <message>
        <source>Export as CAP…</source>
        <translation>تصدير بصيغة CAP…</translation>
    </message>
    <message>
        <source>Import a CAP message…</source>
        <translation>استيراد رسالة CAP…</translation>
    </message>
    <message>
        <source>CAP messages that came…</source>
        <translation>رسائل CAP الواردة…</translation>
    </message>
    <message>
        <source>CAP messages (*.xml *.cap)</source>
        <translation>رسائل CAP (*.xml *.cap)</translation>
    </message>
    <message>
        <source>CAP messages (*.xml *.cap *.atom *.edxl)</source>
        <translation>رسائل CAP (*.xml *.cap *.atom *.edxl)</translation>
    </message>
    <message>
        <source>Incident {number} opened from the CAP message</source>
        <translation>فُتح الحادث {number} من رسالة CAP</translation>
    </message>
    <message>
        <source>Incident {number} changed by the CAP message</source>
        <translation>عدّلت رسالة CAP الحادث {number}</translation>
    </message>
    <message>
        <source>Incident {number} withdrawn by the CAP message</source>
        <translation>سحبت رسالة CAP الحادث {number}</translation>
    </message>
    <message>
        <source>The CAP message is kept with incident {number}</source>
        <translation>حُفظت رسالة CAP مع الحادث {number}</translation>
    </message>
    <message>
        <source>{file} was refused: {why}</source>
        <translation>رُفض {file}: {why}</translation>
    </message>
    <message>
        <source>CAP messages came: {count}. They wait in the menu Incidents</source>
        <translation>وردت رسائل CAP: {count}. تنتظر في قائمة الحوادث</translation>
    </message>
</context>
<context>
    <name>Narrowing</name>
    <message>
        <source>{time} were asked for</source>
        <translation>طُلب {time}</translation>
    </message>
    <message>
        <source>Cameras: left, right and Space, or their digit; time: - and +</source>
        <translation>الكاميرات: يمين ويسار والمسافة، أو رقمها؛ المدة: - و +</translation>
    </message>
    <message>
        <source>Cameras that the approval opens</source>
        <translation>الكاميرات التي تفتحها الموافقة</translation>
    </message>
    <message>
        <source>Less time</source>
        <translation>وقت أقل</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>وقت أكثر</translation>
    </message>
</context>
<context>
    <name>NewPassword</name>
    <message>
        <source>New password</source>
        <translation>كلمة سر جديدة</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>نفسها مرة أخرى</translation>
    </message>
    <message>
        <source>At least {least} characters; a sentence of some words is easy to keep.</source>
        <translation>{least} حرفا على الأقل؛ جملة من بضع كلمات يسهل حفظها.</translation>
    </message>
    <message>
        <source>The password has {typed} characters; it needs {least}</source>
        <translation>كلمة السر من {typed} حرفا؛ يلزم {least}</translation>
    </message>
    <message>
        <source>The two are not the same; type it once more</source>
        <translation>الكلمتان مختلفتان؛ أعد الكتابة</translation>
    </message>
</context>
<context>
    <name>NoticeHistory</name>
    <message>
        <source>Notices of this session</source>
        <translation>إشعارات هذه الجلسة</translation>
    </message>
    <message>
        <source>All seen</source>
        <translation>شوهدت كلها</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>ينتظر</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>لم يحدث شيء بعد.</translation>
    </message>
</context>
<context>
    <name>NoticeStrip</name>
    <message>
        <source>and {count} more</source>
        <translation>و{count} أخرى</translation>
    </message>
    <message>
        <source>Go there (F8)</source>
        <translation>الذهاب (F8)</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>حرج</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>عاجل</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>للقيام به</translation>
    </message>
    <message>
        <source>news</source>
        <translation>جديد</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>would open an incident</source>
        <translation>ستفتح حادثاً</translation>
    </message>
    <message>
        <source>would change incident {numbers}</source>
        <translation>ستعدّل الحادث {numbers}</translation>
    </message>
    <message>
        <source>would withdraw incident {numbers}</source>
        <translation>ستسحب الحادث {numbers}</translation>
    </message>
    <message>
        <source>answers incident {numbers}: it would be kept with it</source>
        <translation>تجيب عن الحادث {numbers}: ستُحفظ معه</translation>
    </message>
    <message>
        <source>was taken in</source>
        <translation>تم أخذها</translation>
    </message>
    <message>
        <source>is about nothing that this room knows</source>
        <translation>لا تخص شيئاً معروفاً في هذه الغرفة</translation>
    </message>
    <message>
        <source>real</source>
        <translation>حقيقية</translation>
    </message>
    <message>
        <source>EXERCISE</source>
        <translation>تمرين</translation>
    </message>
    <message>
        <source>system message</source>
        <translation>رسالة نظام</translation>
    </message>
    <message>
        <source>TEST</source>
        <translation>اختبار</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>{file}: refused, {why}</source>
        <translation>{file}: مرفوض، {why}</translation>
    </message>
    <message>
        <source>From {sender}, {moment}, file {file}</source>
        <translation>من {sender}، {moment}، الملف {file}</translation>
    </message>
    <message>
        <source>Odd: {what}</source>
        <translation>غير مألوف: {what}</translation>
    </message>
    <message>
        <source>It is signed; the signature was not verified.</source>
        <translation>موقّعة؛ ولم يُتحقق من التوقيع.</translation>
    </message>
</context>
<context>
    <name>OffersPage</name>
    <message>
        <source>CAP messages that came</source>
        <translation>رسائل CAP الواردة</translation>
    </message>
    <message>
        <source>Messages, newest first</source>
        <translation>الرسائل، الأحدث أولاً</translation>
    </message>
    <message>
        <source>What the message says</source>
        <translation>ما تقوله الرسالة</translation>
    </message>
    <message>
        <source>No message has come. Open a file, or start the wall with --cap-inbox DIR.</source>
        <translation>لم ترد أي رسالة. افتح ملفاً، أو شغّل الجدار بالخيار ‎--cap-inbox DIR‎.</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>أخذها</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>فتح ملف…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>OperatorDesk</name>
    <message>
        <source>&amp;Access</source>
        <translation>ال&amp;ولوج</translation>
    </message>
    <message>
        <source>Ask for access…</source>
        <translation>طلب الولوج…</translation>
    </message>
    <message>
        <source>Break the glass…</source>
        <translation>فتح طارئ…</translation>
    </message>
    <message>
        <source>My requests and grants</source>
        <translation>طلباتي وأذوني</translation>
    </message>
    <message>
        <source>Take an empty scene…</source>
        <translation>أخذ مشهد خال…</translation>
    </message>
    <message>
        <source>Go to the notice</source>
        <translation>الذهاب إلى الإشعار</translation>
    </message>
    <message>
        <source>Notices of this session</source>
        <translation>إشعارات هذه الجلسة</translation>
    </message>
    <message>
        <source>Lock this station</source>
        <translation>قفل هذه المحطة</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>تغيير كلمة السر…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>خروج</translation>
    </message>
    <message>
        <source>Your password was changed</source>
        <translation>تغيّرت كلمة سرك</translation>
    </message>
    <message>
        <source>Choose the camera of which the empty scene is to be taken</source>
        <translation>اختر الكاميرا التي يؤخذ مشهدها الخالي</translation>
    </message>
    <message>
        <source>Opened at once by the owner&apos;s rule: {numbers}</source>
        <translation>فُتحت فورا بقاعدة المالك: {numbers}</translation>
    </message>
    <message>
        <source>Asked for {numbers}</source>
        <translation>طُلبت {numbers}</translation>
    </message>
    <message>
        <source>Opened by break-glass; owner and supervisors are told, and it will be reviewed</source>
        <translation>فتح طارئ؛ أُبلغ المالك والمشرفون، وسيراجَع</translation>
    </message>
</context>
<context>
    <name>OwnCamerasPage</name>
    <message>
        <source>Own cameras</source>
        <translation>كاميراتي</translation>
    </message>
    <message>
        <source>Own cameras and what was agreed for each</source>
        <translation>كاميراته وما اتُّفق عليه لكل منها</translation>
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
        <source>Site</source>
        <translation>الموقع</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>المتفق عليه</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>قفل</translation>
    </message>
    <message>
        <source>No camera of yours is registered.</source>
        <translation>لا كاميرا مسجلة لك.</translation>
    </message>
    <message>
        <source>Certify an empty scene (E) …</source>
        <translation>اعتماد مشهد خال (E) …</translation>
    </message>
    <message>
        <source>no agreement: nothing of it opens</source>
        <translation>لا اتفاق: لا يُفتح منها شيء</translation>
    </message>
    <message>
        <source>locked: {reason}</source>
        <translation>مقفلة: {reason}</translation>
    </message>
    <message>
        <source>Lift the lock (L)</source>
        <translation>رفع القفل (L)</translation>
    </message>
    <message>
        <source>Lock (L)</source>
        <translation>قفل (L)</translation>
    </message>
    <message>
        <source>Lift the lock on camera {number}?</source>
        <translation>رفع قفل الكاميرا {number}؟</translation>
    </message>
    <message>
        <source>Lock camera {number}? Clear views of it close at once.</source>
        <translation>قفل الكاميرا {number}؟ تُغلق مشاهداتها الواضحة فورا.</translation>
    </message>
    <message>
        <source>locked by its owner</source>
        <translation>أقفلها مالكها</translation>
    </message>
    <message>
        <source>Camera {number} is locked.</source>
        <translation>الكاميرا {number} مقفلة.</translation>
    </message>
    <message>
        <source>The lock is lifted.</source>
        <translation>رُفع القفل.</translation>
    </message>
</context>
<context>
    <name>OwnerRules</name>
    <message>
        <source>No policy in force: nothing can be opened</source>
        <translation>لا قواعد سارية: لا يمكن فتح شيء</translation>
    </message>
    <message>
        <source>Choose a camera: its owner&apos;s rules stand here.</source>
        <translation>اختر كاميرا: قواعد مالكها تظهر هنا.</translation>
    </message>
    <message>
        <source>The owners&apos; rules</source>
        <translation>قواعد المالكين</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>{question} Enter: yes. Esc: no.</source>
        <translation>{question} Enter: نعم. Esc: لا.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>النتيجة</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Its picture is not permitted here.</source>
        <translation>صورتها غير مسموح بها هنا.</translation>
    </message>
    <message>
        <source>It stood on no tile when this was made.</source>
        <translation>لم تكن على أي مربع عند الإعداد.</translation>
    </message>
    <message>
        <source>It was not live when this was made.</source>
        <translation>لم تكن مباشرة عند الإعداد.</translation>
    </message>
    <message>
        <source>Take shelter</source>
        <translation>الاحتماء</translation>
    </message>
    <message>
        <source>Evacuate</source>
        <translation>الإخلاء</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>الاستعداد</translation>
    </message>
    <message>
        <source>Do what was planned</source>
        <translation>تنفيذ ما خُطط له</translation>
    </message>
    <message>
        <source>Keep away</source>
        <translation>الابتعاد</translation>
    </message>
    <message>
        <source>Watch for news</source>
        <translation>متابعة الأخبار</translation>
    </message>
    <message>
        <source>Assess the situation</source>
        <translation>تقييم الوضع</translation>
    </message>
    <message>
        <source>All clear</source>
        <translation>زوال الخطر</translation>
    </message>
    <message>
        <source>Nothing to be done</source>
        <translation>لا شيء يُفعل</translation>
    </message>
    <message>
        <source>Routine</source>
        <translation>عادي</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>عودة إلى الوضع العادي</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>يقظة معززة</translation>
    </message>
    <message>
        <source>Partial activation</source>
        <translation>تفعيل جزئي</translation>
    </message>
    <message>
        <source>Full activation</source>
        <translation>تفعيل كامل</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>مورد</translation>
    </message>
    <message>
        <source>Staging area</source>
        <translation>منطقة تجمع الوسائل</translation>
    </message>
    <message>
        <source>Incident briefing {number}</source>
        <translation>إحاطة عن الحادث {number}</translation>
    </message>
    <message>
        <source>INCIDENT BRIEFING · ICS 201</source>
        <translation>إحاطة عن حادث · ICS 201</translation>
    </message>
    <message>
        <source>The store did not answer when this was made: what other stations did meanwhile is missing.</source>
        <translation>لم يكن المخزن يجيب عند الإعداد: ما فعلته المحطات الأخرى غير وارد.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>الأولوية</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>الحدث</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>Began at</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>الخطورة</translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation>فتحه</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>اليقين</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>المسؤول</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>لا أحد بعد</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>الاستعجال</translation>
    </message>
    <message>
        <source>Monitored by</source>
        <translation>يتابعه</translation>
    </message>
    <message>
        <source>Crisis level</source>
        <translation>مستوى الأزمة</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>ذات صلة</translation>
    </message>
    <message>
        <source>Prepared by</source>
        <translation>أعدّه</translation>
    </message>
    <message>
        <source>Prepared at</source>
        <translation>أُعدّ في</translation>
    </message>
    <message>
        <source>Nothing was written down yet.</source>
        <translation>لم يُدوَّن شيء بعد.</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>الوضع</translation>
    </message>
    <message>
        <source>Map sketch</source>
        <translation>رسم تخطيطي</translation>
    </message>
    <message>
        <source>No place is known to this reader.</source>
        <translation>لا مكان معروف لهذا القارئ.</translation>
    </message>
    <message>
        <source>Cross: the incident. Filled numbers: linked cameras and where they look. Open numbers: others near.</source>
        <translation>الصليب: الحادث. الأرقام الممتلئة: الكاميرات المرتبطة واتجاه نظرها. الأرقام الفارغة: أخرى قريبة.</translation>
    </message>
    <message>
        <source>Of this level’s checklist:</source>
        <translation>من قائمة هذا المستوى:</translation>
    </message>
    <message>
        <source>None were written down yet.</source>
        <translation>لم يُدوَّن شيء منها بعد.</translation>
    </message>
    <message>
        <source>Objectives and decisions</source>
        <translation>الأهداف والقرارات</translation>
    </message>
    <message>
        <source>Actions and timeline</source>
        <translation>الإجراءات والتسلسل الزمني</translation>
    </message>
    <message>
        <source>The log says nothing about it yet.</source>
        <translation>لا يقول السجل شيئاً عنه بعد.</translation>
    </message>
    <message>
        <source>Only the newest {count} lines; the log has the older ones.</source>
        <translation>أحدث {count} سطراً فقط؛ الأقدم في السجل.</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>الموارد</translation>
    </message>
    <message>
        <source>None are drawn on a resource or staging layer.</source>
        <translation>لا شيء مرسوم على طبقة موارد أو تجمع.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>التفصيل</translation>
    </message>
    <message>
        <source>near</source>
        <translation>قريبة</translation>
    </message>
    <message>
        <source>looks at the place</source>
        <translation>تنظر إلى المكان</translation>
    </message>
    <message>
        <source>looks elsewhere</source>
        <translation>تنظر إلى مكان آخر</translation>
    </message>
    <message>
        <source>on this paper</source>
        <translation>في هذه الورقة</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>رقم</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>الكاميرا</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>أين</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>الصورة</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>الكاميرات</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>الصور</translation>
    </message>
    <message>
        <source>Log of the control room</source>
        <translation>سجل غرفة القيادة</translation>
    </message>
    <message>
        <source>Incident {number}</source>
        <translation>الحادث {number}</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>أعدّه</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>المحطة</translation>
    </message>
    <message>
        <source>Made at</source>
        <translation>أُعدّ في</translation>
    </message>
    <message>
        <source>Times in</source>
        <translation>الأوقات بتوقيت</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>الأسطر</translation>
    </message>
    <message>
        <source>From line to line</source>
        <translation>من سطر إلى سطر</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>فقط</translation>
    </message>
    <message>
        <source>Words searched</source>
        <translation>الكلمات المبحوث عنها</translation>
    </message>
    <message>
        <source>Significant lines</source>
        <translation>الأسطر المهمة</translation>
    </message>
    <message>
        <source>only these</source>
        <translation>هي فقط</translation>
    </message>
    <message>
        <source>Incidents named</source>
        <translation>الحوادث المذكورة</translation>
    </message>
    <message>
        <source>{name}, {station}, {moment}</source>
        <translation>{name}، {station}، {moment}</translation>
    </message>
    <message>
        <source>EXERCISE – EXERCISE – EXERCISE</source>
        <translation>تمرين – تمرين – تمرين</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>ما حدث</translation>
    </message>
    <message>
        <source>By</source>
        <translation>بواسطة</translation>
    </message>
    <message>
        <source>No line of the log fits.</source>
        <translation>لا سطر في السجل يطابق.</translation>
    </message>
    <message>
        <source>corrected {moment} by {name}</source>
        <translation>صُحح {moment} بواسطة {name}</translation>
    </message>
    <message>
        <source>incident {number}</source>
        <translation>الحادث {number}</translation>
    </message>
    <message>
        <source>waits at this station</source>
        <translation>ينتظر في هذه المحطة</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>لا أحد</translation>
    </message>
    <message>
        <source>not known here</source>
        <translation>غير معروف هنا</translation>
    </message>
    <message>
        <source>Only the newest {count} lines: print older ones by their days.</source>
        <translation>أحدث {count} سطراً فقط: اطبع الأقدم حسب الأيام.</translation>
    </message>
    <message>
        <source>The store did not answer: what others wrote meanwhile is missing.</source>
        <translation>لم يكن المخزن يجيب: ما كتبه الآخرون غير وارد.</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>الصفحة {number} من {count}</translation>
    </message>
</context>
<context>
    <name>PapersFloor</name>
    <message>
        <source>Briefing PDF…</source>
        <translation>إحاطة PDF…</translation>
    </message>
    <message>
        <source>Export to CoT…</source>
        <translation>تصدير بصيغة CoT…</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>جداول (*.csv)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>It cannot be recorded who keeps pictures: the briefing is made without them</source>
        <translation>لا يمكن تسجيل من يحتفظ بالصور: تُعدّ الإحاطة من دونها</translation>
    </message>
    <message>
        <source>Left out, for CoT cannot say it: {count}. The first: {what}</source>
        <translation>تُرك لأن CoT لا يعبّر عنه: {count}. الأول: {what}</translation>
    </message>
    <message>
        <source>Cursor on Target (*.cot *.xml)</source>
        <translation>Cursor on Target (*.cot *.xml)</translation>
    </message>
    <message>
        <source>Select an incident first (F5)</source>
        <translation>اختر حادثاً أولاً (F5)</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>People</source>
        <translation>الأشخاص</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>الحسابات</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>اسم الدخول</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>الأدوار</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>المؤسسة</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>No accounts.</source>
        <translation>لا حسابات.</translation>
    </message>
    <message>
        <source>New account (N)</source>
        <translation>حساب جديد (N)</translation>
    </message>
    <message>
        <source>Roles (E)</source>
        <translation>الأدوار (E)</translation>
    </message>
    <message>
        <source>New first password (R)</source>
        <translation>كلمة سر أولى جديدة (R)</translation>
    </message>
    <message>
        <source>Close (Delete)</source>
        <translation>إغلاق (Delete)</translation>
    </message>
    <message>
        <source>open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>has a key</source>
        <translation>لديه مفتاح</translation>
    </message>
    <message>
        <source>not signed in yet</source>
        <translation>لم يدخل بعد</translation>
    </message>
    <message>
        <source>on duty</source>
        <translation>في الخدمة</translation>
    </message>
    <message>
        <source>{name} is now: {roles}. More rights count once the trust list is renewed.</source>
        <translation>{name} الآن: {roles}. تُحتسب الحقوق الإضافية عند تجديد قائمة الثقة.</translation>
    </message>
    <message>
        <source>Give {name} a new first password? The key they have now is lost.</source>
        <translation>منح {name} كلمة سر أولى جديدة؟ يضيع مفتاحه الحالي.</translation>
    </message>
    <message>
        <source>Close the account of {name} for good?</source>
        <translation>إغلاق حساب {name} نهائيا؟</translation>
    </message>
    <message>
        <source>The account of {name} is closed.</source>
        <translation>أُغلق حساب {name}.</translation>
    </message>
</context>
<context>
    <name>PersonBadge</name>
    <message>
        <source>You are on duty</source>
        <translation>أنت في الخدمة</translation>
    </message>
    <message>
        <source>You are off duty</source>
        <translation>أنت خارج الخدمة</translation>
    </message>
    <message>
        <source>on duty</source>
        <translation>في الخدمة</translation>
    </message>
    <message>
        <source>off duty</source>
        <translation>خارج الخدمة</translation>
    </message>
    <message>
        <source>Signed in: {who}</source>
        <translation>متصل: {who}</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>في الخدمة</translation>
    </message>
    <message>
        <source>Lock this station</source>
        <translation>قفل هذه المحطة</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>تغيير كلمة السر…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>خروج</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Roles of {name}</source>
        <translation>أدوار {name}</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>حساب جديد</translation>
    </message>
    <message>
        <source>the control room</source>
        <translation>قاعة المراقبة</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>اسم الدخول</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>الأدوار</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>المؤسسة</translation>
    </message>
    <message>
        <source>More rights count for requests once the trust list names them; fewer hold at once.</source>
        <translation>تُحتسب الحقوق الإضافية للطلبات حين تذكرها قائمة الثقة؛ أما النقص فيسري فورا.</translation>
    </message>
</context>
<context>
    <name>PresetsForm</name>
    <message>
        <source>What the crisis levels bring</source>
        <translation>ما تجلبه مستويات الأزمة</translation>
    </message>
    <message>
        <source>Whoever asks for a level finds this filled in, and may change it for that time.</source>
        <translation>من يطلب مستوى يجد هذا معبأ، وله تغييره لتلك المرة.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
</context>
<context>
    <name>PtzDesk</name>
    <message>
        <source>To turn camera {number}, sign in as somebody who may steer cameras</source>
        <translation>لتدوير الكاميرا {number}، سجّل الدخول باسم من له حق تدوير الكاميرات</translation>
    </message>
    <message>
        <source>Camera {number} takes no commands now</source>
        <translation>الكاميرا {number} لا تقبل الأوامر الآن</translation>
    </message>
</context>
<context>
    <name>PtzPad</name>
    <message>
        <source>Turn left</source>
        <translation>تدوير إلى اليسار</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>تدوير إلى اليمين</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>النظر إلى أعلى</translation>
    </message>
    <message>
        <source>Look down</source>
        <translation>النظر إلى أسفل</translation>
    </message>
    <message>
        <source>Nearer</source>
        <translation>أقرب</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>أبعد</translation>
    </message>
    <message>
        <source>Home position</source>
        <translation>الوضع الأصلي</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>The name, the password or the code is wrong; try again</source>
        <translation>الاسم أو كلمة السر أو الرمز خاطئ؛ حاول مجددا</translation>
    </message>
    <message>
        <source>Too many wrong tries: wait {seconds} s</source>
        <translation>محاولات خاطئة كثيرة: انتظر {seconds} ث</translation>
    </message>
    <message>
        <source>This code was used already; wait for the next one</source>
        <translation>استُعمل هذا الرمز؛ انتظر التالي</translation>
    </message>
    <message>
        <source>Your confirmation is over; give your password again</source>
        <translation>انتهى تأكيدك؛ أدخل كلمة السر مجددا</translation>
    </message>
    <message>
        <source>This account was closed; ask an administrator</source>
        <translation>أُغلق هذا الحساب؛ اسأل مسؤول النظام</translation>
    </message>
    <message>
        <source>Choose a password other than the one you were given</source>
        <translation>اختر كلمة سر غير التي استلمتها</translation>
    </message>
    <message>
        <source>A password has at least {least} characters, this one {typed}; take a sentence</source>
        <translation>كلمة السر {least} حرفا على الأقل، وهذه {typed}؛ اختر جملة</translation>
    </message>
    <message>
        <source>This is not among the rights of your roles; ask an administrator</source>
        <translation>ليس هذا من حقوق أدوارك؛ اسأل مسؤول النظام</translation>
    </message>
    <message>
        <source>The signed list of trusted people does not name you in this role yet; ask an administrator</source>
        <translation>القائمة الموقعة للأشخاص الموثوقين لا تذكرك بعد بهذا الدور؛ اسأل مسؤول النظام</translation>
    </message>
    <message>
        <source>A reason has {least} to {most} characters; say what you have to look at</source>
        <translation>السبب من {least} إلى {most} حرفا؛ قل ما عليك رؤيته</translation>
    </message>
    <message>
        <source>There is no camera {number}</source>
        <translation>لا توجد كاميرا برقم {number}</translation>
    </message>
    <message>
        <source>{owner} has no policy in force: nothing of it can be opened</source>
        <translation>لا قواعد سارية لدى {owner}: لا يمكن فتح شيء منه</translation>
    </message>
    <message>
        <source>The policy of {owner} does not name camera {number}</source>
        <translation>قواعد {owner} لا تذكر الكاميرا {number}</translation>
    </message>
    <message>
        <source>{owner} does not open for this purpose; choose another</source>
        <translation>{owner} لا يفتح لهذا الغرض؛ اختر غيره</translation>
    </message>
    <message>
        <source>{owner} opens for at most {minutes} min; ask for less time</source>
        <translation>{owner} يفتح {minutes} د على الأكثر؛ اطلب وقتا أقل</translation>
    </message>
    <message>
        <source>Nobody could ever open this for you: too few people can agree as “{leg}”; ask an administrator</source>
        <translation>لا أحد يستطيع فتحها لك: من يمكنهم الموافقة بصفة «{leg}» أقل من اللازم؛ اسأل مسؤول النظام</translation>
    </message>
    <message>
        <source>You have {count} undecided requests, at most {most} may be; withdraw some</source>
        <translation>لديك {count} طلبا دون قرار، والحد {most}؛ اسحب بعضها</translation>
    </message>
    <message>
        <source>Camera {number} is locked; whoever set the lock can lift it</source>
        <translation>الكاميرا {number} مقفلة؛ من وضع القفل يرفعه</translation>
    </message>
    <message>
        <source>Your account is locked; a supervisor or an administrator can lift the lock</source>
        <translation>حسابك مقفل؛ يمكن للمشرف أو مسؤول النظام رفع القفل</translation>
    </message>
    <message>
        <source>The station {station} is locked; a supervisor can lift the lock</source>
        <translation>المحطة {station} مقفلة؛ يمكن للمشرف رفع القفل</translation>
    </message>
    <message>
        <source>{owner} does not allow to break the glass here; ask for access</source>
        <translation>{owner} لا يسمح بالفتح الطارئ هنا؛ اطلب الولوج</translation>
    </message>
    <message>
        <source>An earlier time that you broke the glass was not reviewed; ask for access</source>
        <translation>فتح طارئ سابق لك لم يراجَع؛ اطلب الولوج</translation>
    </message>
    <message>
        <source>This request is decided or expired already</source>
        <translation>بُتّ في هذا الطلب أو انتهت مهلته</translation>
    </message>
    <message>
        <source>This grant is over already</source>
        <translation>انتهى هذا الإذن</translation>
    </message>
    <message>
        <source>Say in a word or two what has happened</source>
        <translation>قل في كلمة أو كلمتين ما الذي حدث</translation>
    </message>
    <message>
        <source>This incident is somebody else&apos;s; take it over first</source>
        <translation>هذا الحادث لدى شخص آخر؛ تولَّ مسؤوليته أولًا</translation>
    </message>
    <message>
        <source>A message to the public is issued by a supervisor</source>
        <translation>رسالة إلى العموم يصدرها مشرف</translation>
    </message>
    <message>
        <source>No message about this incident holds any more: there is nothing to cancel</source>
        <translation>لم تعد أي رسالة عن هذا الحادث صالحة: لا شيء يُلغى</translation>
    </message>
    <message>
        <source>The incident is still a draft: open it before you tell anybody</source>
        <translation>الحادث ما زال مسودة: افتحه قبل إخبار أحد</translation>
    </message>
    <message>
        <source>Say who sends the message, such as room@city.example</source>
        <translation>حدد من يرسل الرسالة، مثل room@city.example</translation>
    </message>
    <message>
        <source>This message was taken in before; nothing was changed</source>
        <translation>أُخذت هذه الرسالة من قبل؛ لم يتغير شيء</translation>
    </message>
    <message>
        <source>This message is about nothing that this room knows; nothing was changed</source>
        <translation>هذه الرسالة لا تخص شيئاً معروفاً هنا؛ لم يتغير شيء</translation>
    </message>
    <message>
        <source>A real message is not taken into a drill</source>
        <translation>لا تُؤخذ رسالة حقيقية في تمرين</translation>
    </message>
    <message>
        <source>The PDF could not be printed; try again, with fewer lines</source>
        <translation>تعذرت طباعة ملف PDF؛ حاول مجدداً بأسطر أقل</translation>
    </message>
    <message>
        <source>{path} could not be written ({why}): choose another place</source>
        <translation>تعذرت كتابة {path} ({why}): اختر مكاناً آخر</translation>
    </message>
    <message>
        <source>This incident is yours already</source>
        <translation>هذا الحادث لديك بالفعل</translation>
    </message>
    <message>
        <source>A closed incident is reopened by a supervisor only</source>
        <translation>لا يعيد فتح حادث مغلق إلا المشرف</translation>
    </message>
    <message>
        <source>Open markers: {count}; resolve, withdraw or detach them first</source>
        <translation>العلامات المفتوحة: {count}؛ حُلّها أو اسحبها أو افصلها أولًا</translation>
    </message>
    <message>
        <source>Somebody has led this incident on meanwhile; look again</source>
        <translation>تقدّم شخص بهذا الحادث في هذه الأثناء؛ انظر مجددًا</translation>
    </message>
    <message>
        <source>This incident is over and not changed any more; write a line into the log</source>
        <translation>انتهى هذا الحادث ولا يُعدَّل بعد الآن؛ اكتب سطرًا في السجل</translation>
    </message>
    <message>
        <source>Incidents are worked on by operators and supervisors; ask one</source>
        <translation>يعالج الحوادث المشغّلون والمشرفون؛ اطلب من أحدهم</translation>
    </message>
    <message>
        <source>There is no such incident; look again</source>
        <translation>لا يوجد حادث كهذا؛ انظر مجددًا</translation>
    </message>
    <message>
        <source>Camera {number} is not linked to this incident</source>
        <translation>الكاميرا {number} غير مرتبطة بهذا الحادث</translation>
    </message>
    <message>
        <source>Somebody has acknowledged this alarm already</source>
        <translation>أقر أحدهم بهذا الإنذار من قبل</translation>
    </message>
    <message>
        <source>This alarm is shelved already; take it from the shelf first</source>
        <translation>هذا الإنذار مؤجل من قبل؛ ألغ تأجيله أولا</translation>
    </message>
    <message>
        <source>This alarm is not shelved any more</source>
        <translation>لم يعد هذا الإنذار مؤجلا</translation>
    </message>
    <message>
        <source>An alarm is shelved for 12 hours at most</source>
        <translation>يؤجل الإنذار 12 ساعة على الأكثر</translation>
    </message>
    <message>
        <source>An incident was opened from this alarm already</source>
        <translation>فُتح حادث من هذا الإنذار من قبل</translation>
    </message>
    <message>
        <source>This alarm names no place; confirm the event by its camera instead</source>
        <translation>لا يذكر هذا الإنذار أي مكان؛ أكد الحدث عن طريق كاميرته</translation>
    </message>
    <message>
        <source>Only what happened in the last 24 hours can be confirmed</source>
        <translation>لا يؤكد إلا ما حدث في الساعات الأربع والعشرين الأخيرة</translation>
    </message>
    <message>
        <source>Somebody has settled or changed it meanwhile; look again</source>
        <translation>بتّ فيه شخص أو عدّله في هذه الأثناء؛ انظر مجددًا</translation>
    </message>
    <message>
        <source>It was deleted meanwhile; make it anew</source>
        <translation>حُذف في هذه الأثناء؛ أنشئه من جديد</translation>
    </message>
    <message>
        <source>The store does not answer; this can be done when it is back</source>
        <translation>قاعدة البيانات لا تستجيب؛ يمكن ذلك عند عودتها</translation>
    </message>
    <message>
        <source>This layer is locked; unlock it first</source>
        <translation>هذه الطبقة مقفلة؛ افتح قفلها أولا</translation>
    </message>
    <message>
        <source>An archived layer is not changed any more</source>
        <translation>الطبقة المؤرشفة لا تعدل بعد ذلك</translation>
    </message>
    <message>
        <source>Somebody else took it away meanwhile</source>
        <translation>أزاله شخص آخر في هذه الأثناء</translation>
    </message>
    <message>
        <source>A level goes up by any step and down by one; recovery follows an activation only</source>
        <translation>يصعد المستوى بأي درجة وينزل بدرجة؛ والعودة إلى الوضع العادي بعد تفعيل فقط</translation>
    </message>
    <message>
        <source>A crisis level needs a second person: somebody else must decide</source>
        <translation>مستوى الأزمة يلزمه شخص ثانٍ: على غيرك أن يقرر</translation>
    </message>
    <message>
        <source>Who raised the level cannot ratify it: somebody else must</source>
        <translation>من رفع المستوى لا يصادق عليه: على غيره ذلك</translation>
    </message>
    <message>
        <source>The level has changed meanwhile; look again</source>
        <translation>تغير المستوى في هذه الأثناء؛ انظر مجددا</translation>
    </message>
    <message>
        <source>The time of review that was asked for has passed; ask again</source>
        <translation>فات موعد المراجعة المطلوب؛ اطلب مجددا</translation>
    </message>
    <message>
        <source>Somebody has decided it already</source>
        <translation>قرر ذلك شخص من قبل</translation>
    </message>
    <message>
        <source>Only a step up can be an emergency; a step down waits for a second person</source>
        <translation>الصعود وحده يكون طوارئ؛ والنزول ينتظر شخصا ثانيا</translation>
    </message>
    <message>
        <source>A level opens access only with the signed list of trusted people, and never in a drill</source>
        <translation>لا يفتح المستوى ولوجا إلا بقائمة الثقة الموقعة، ولا يفتحه أبدا في تمرين</translation>
    </message>
    <message>
        <source>This level opens access around a place: ask for it again with an incident that has one</source>
        <translation>يفتح هذا المستوى ولوجا حول مكان: اطلبه مجددا مع حادث له مكان</translation>
    </message>
    <message>
        <source>The level that brought this checklist is over</source>
        <translation>انتهى المستوى الذي جلب هذه القائمة</translation>
    </message>
    <message>
        <source>All codes of this minute were used; wait half a minute</source>
        <translation>استُعملت كل رموز هذه الدقيقة؛ انتظر نصف دقيقة</translation>
    </message>
</context>
<context>
    <name>Relations</name>
    <message>
        <source>Its duplicate: {incident}</source>
        <translation>مكرّره: {incident}</translation>
    </message>
    <message>
        <source>Related: {incident}</source>
        <translation>مرتبط: {incident}</translation>
    </message>
    <message>
        <source>The same as {incident}? {distance} away, {minutes} min apart</source>
        <translation>هل هو نفسه {incident}؟ على بعد {distance}، بفارق {minutes} دقيقة</translation>
    </message>
    <message>
        <source>The same as {incident}? At the same place, {minutes} min apart</source>
        <translation>هل هو نفسه {incident}؟ في المكان نفسه، بفارق {minutes} دقيقة</translation>
    </message>
    <message>
        <source>It is the same</source>
        <translation>هو نفسه</translation>
    </message>
    <message>
        <source>Another, related</source>
        <translation>حادث آخر مرتبط</translation>
    </message>
    <message>
        <source>Its page</source>
        <translation>صفحته</translation>
    </message>
    <message>
        <source>Duplicate of {incident}: go on there, and withdraw this one</source>
        <translation>مكرّر عن {incident}: تابع هناك واسحب هذا</translation>
    </message>
    <message>
        <source>It is not</source>
        <translation>ليس مكرّرًا</translation>
    </message>
</context>
<context>
    <name>RequestForm</name>
    <message>
        <source>Break the glass</source>
        <translation>فتح طارئ</translation>
    </message>
    <message>
        <source>Ask for access</source>
        <translation>طلب الولوج</translation>
    </message>
    <message>
        <source>Ask for more time</source>
        <translation>طلب وقت إضافي</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>الغرض</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>What has happened, and what you have to look at</source>
        <translation>ماذا حدث، وما عليك رؤيته</translation>
    </message>
    <message>
        <source>Break the glass…</source>
        <translation>فتح طارئ…</translation>
    </message>
    <message>
        <source>Ask (Ctrl+Enter)</source>
        <translation>طلب (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>This opens the picture at once, without anybody&apos;s consent.</source>
        <translation>تُفتح الصورة فورا دون موافقة أحد.</translation>
    </message>
    <message>
        <source>The owner and the supervisors are told at this moment, with your name and your reason. Others review it within 24 hours.</source>
        <translation>يُبلَّغ المالك والمشرفون في هذه اللحظة باسمك وسببك. ويراجعه آخرون خلال 24 ساعة.</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>الكاميرات</translation>
    </message>
    <message>
        <source>For</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>What the owner&apos;s rules say</source>
        <translation>ما تقوله قواعد المالك</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>its owner has no policy in force for it</source>
        <translation>لا قواعد سارية لمالكها بشأنها</translation>
    </message>
    <message>
        <source>its owner does not let your role ask for it</source>
        <translation>مالكها لا يسمح لدورك بطلبها</translation>
    </message>
    <message>
        <source>its owner does not allow to break the glass; ask for access</source>
        <translation>مالكها لا يسمح بالفتح الطارئ؛ اطلب الولوج</translation>
    </message>
    <message>
        <source>These owners share no purpose: ask for their cameras one owner at a time</source>
        <translation>لا غرض مشتركا بين هؤلاء المالكين: اطلب كاميرات كل مالك على حدة</translation>
    </message>
    <message>
        <source>{typed} of at least {least} characters</source>
        <translation>{typed} من {least} حرفا على الأقل</translation>
    </message>
    <message>
        <source>{typed} of at most {most} characters</source>
        <translation>{typed} من {most} حرفا على الأكثر</translation>
    </message>
    <message>
        <source>{typed} characters</source>
        <translation>{typed} حرفا</translation>
    </message>
    <message>
        <source>Write a reason of {least} to {most} characters: what you have to look at</source>
        <translation>اكتب سببا من {least} إلى {most} حرفا: ما عليك رؤيته</translation>
    </message>
    <message>
        <source>Break the glass: {numbers}</source>
        <translation>فتح طارئ: {numbers}</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>جار الإرسال…</translation>
    </message>
</context>
<context>
    <name>ReviewsPage</name>
    <message>
        <source>Break-glass reviews</source>
        <translation>مراجعات الفتح الطارئ</translation>
    </message>
    <message>
        <source>Uses of break-glass to be judged, by when they are due</source>
        <translation>حالات الفتح الطارئ للحكم حسب موعدها</translation>
    </message>
    <message>
        <source>Due in</source>
        <translation>الموعد بعد</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>المالك</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>الكاميرات</translation>
    </message>
    <message>
        <source>Nothing is to be reviewed. Each break-glass comes here at once and is due within 24 hours.</source>
        <translation>لا شيء للمراجعة. يصل كل فتح طارئ إلى هنا فورا ويُحكم عليه خلال 24 ساعة.</translation>
    </message>
    <message>
        <source>Note (kept with the judgement)</source>
        <translation>ملاحظة (تُحفظ مع الحكم)</translation>
    </message>
    <message>
        <source>Note on the judgement</source>
        <translation>ملاحظة على الحكم</translation>
    </message>
    <message>
        <source>Justified (J)</source>
        <translation>مبرر (J)</translation>
    </message>
    <message>
        <source>Challenged (C)</source>
        <translation>معترض عليه (C)</translation>
    </message>
    <message>
        <source>overdue since {time}</source>
        <translation>متأخر منذ {time}</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>غير موجود</translation>
    </message>
    <message>
        <source>still open: {time}</source>
        <translation>ما زال مفتوحا: {time}</translation>
    </message>
    <message>
        <source>over</source>
        <translation>انتهى</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>المحطة</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>فُتح في</translation>
    </message>
    <message>
        <source>For</source>
        <translation>لمدة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>الموعد</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>الغرض</translation>
    </message>
    <message>
        <source>the text was erased</source>
        <translation>حُذف النص</translation>
    </message>
    <message>
        <source>Why, as typed then</source>
        <translation>السبب كما كُتب حينها</translation>
    </message>
    <message>
        <source>Judge the break-glass of {name}: {verdict}?</source>
        <translation>الحكم على الفتح الطارئ لـ {name}: {verdict}؟</translation>
    </message>
    <message>
        <source>It still runs and ends at once.</source>
        <translation>ما زال قائما وينتهي فورا.</translation>
    </message>
    <message>
        <source>Judged: {verdict}</source>
        <translation>الحكم: {verdict}</translation>
    </message>
</context>
<context>
    <name>RightsPage</name>
    <message>
        <source>Rights</source>
        <translation>الحقوق</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>Which role may do what</source>
        <translation>أي دور يمكنه فعل ماذا</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>الحق</translation>
    </message>
    <message>
        <source>A right is necessary, never enough: owners&apos; agreements, other people&apos;s consent and locks come on top. Nobody decides on their own request, and an administrator opens no picture.</source>
        <translation>الحق ضروري ولا يكفي أبدا: تضاف إليه اتفاقات المالكين وموافقة الآخرين والأقفال. لا أحد يبتّ في طلبه، ومسؤول النظام لا يفتح أي صورة.</translation>
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
    <name>SceneProposal</name>
    <message>
        <source>Version {version} is proposed; countersign it under agreements. It names the empty scene.</source>
        <translation>اقتُرحت النسخة {version}؛ وقّعها في الاتفاقات. وهي تسمي المشهد الخالي.</translation>
    </message>
</context>
<context>
    <name>SecondFactor</name>
    <message>
        <source>Address for the authenticator</source>
        <translation>عنوان لتطبيق المصادقة</translation>
    </message>
    <message>
        <source>First code</source>
        <translation>الرمز الأول</translation>
    </message>
    <message>
        <source>Your telephone&apos;s authenticator</source>
        <translation>تطبيق المصادقة في هاتفك</translation>
    </message>
    <message>
        <source>Choose “enter a key” in the authenticator, time-based, and type these letters. They are shown this once; nobody can read them again.</source>
        <translation>اختر «إدخال مفتاح» في تطبيق المصادقة، حسب الوقت، واكتب هذه الحروف. تُعرض هذه المرة فقط؛ لا أحد يستطيع قراءتها بعد ذلك.</translation>
    </message>
    <message>
        <source>Or this address</source>
        <translation>أو هذا العنوان</translation>
    </message>
</context>
<context>
    <name>ShelveForm</name>
    <message>
        <source>Shelve an alarm</source>
        <translation>تأجيل إنذار</translation>
    </message>
    <message>
        <source>It is silent until then, for everybody, and comes back by itself.</source>
        <translation>يصمت حتى ذلك الحين عند الجميع، ثم يعود من تلقاء نفسه.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>حتى</translation>
    </message>
    <message>
        <source>such as: the sensor is being mended</source>
        <translation>مثلا: المستشعر قيد الإصلاح</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} د</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} س</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Shelve</source>
        <translation>تأجيل</translation>
    </message>
    <message>
        <source>Say why: whoever comes next must know</source>
        <translation>اذكر السبب: على من يأتي بعدك أن يعرفه</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Sign in · wallapp</source>
        <translation>دخول · wallapp</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>اسم الدخول</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة السر</translation>
    </message>
    <message>
        <source>Code of your telephone; none at the very first time</source>
        <translation>رمز هاتفك؛ لا رمز في المرة الأولى</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>دخول</translation>
    </message>
    <message>
        <source>Watch without signing in</source>
        <translation>المشاهدة دون دخول</translation>
    </message>
    <message>
        <source>Station {station}</source>
        <translation>المحطة {station}</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>The demo&apos;s people: {logins}. Everybody&apos;s password is “{password}”. A real wall has none of it.</source>
        <translation>أشخاص العرض: {logins}. كلمة سر الجميع «{password}». لا شيء من هذا في جدار حقيقي.</translation>
    </message>
    <message>
        <source>{login}&apos;s code now: {code}</source>
        <translation>رمز {login} الآن: {code}</translation>
    </message>
    <message>
        <source>Too many wrong tries: wait {seconds} s</source>
        <translation>محاولات خاطئة كثيرة: انتظر {seconds} ث</translation>
    </message>
</context>
<context>
    <name>SituationBoard</name>
    <message>
        <source>Sign in first</source>
        <translation>سجّل الدخول أولا</translation>
    </message>
    <message>
        <source>Somebody else changed it first: both values are kept until one of you settles it</source>
        <translation>غيّره شخص آخر قبلك: تُحفظ القيمتان إلى أن يحسم أحدكما</translation>
    </message>
    <message>
        <source>The store does not answer: it is kept at this station and sent when it is back</source>
        <translation>قاعدة البيانات لا تستجيب: يُحفظ في هذه المحطة ويُرسل عند عودتها</translation>
    </message>
</context>
<context>
    <name>SnapshotDesk</name>
    <message>
        <source>The selected tile is empty: no snapshot was taken</source>
        <translation>المربع المحدد فارغ: لم تؤخذ أي لقطة</translation>
    </message>
    <message>
        <source>No snapshot was kept: it cannot be recorded who keeps it, the store does not answer</source>
        <translation>لم تُحفظ أي لقطة: لا يمكن تسجيل من يحتفظ بها، قاعدة البيانات لا تستجيب</translation>
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
    <name>SpotFloor</name>
    <message>
        <source>Mark a spot of the selected tile…</source>
        <translation>تعليم نقطة في المربع المحدد…</translation>
    </message>
    <message>
        <source>The selected tile is empty: choose one with a camera first</source>
        <translation>المربع المحدد فارغ: اختر أولاً مربعاً فيه كاميرا</translation>
    </message>
    <message>
        <source>Arrows move the cross, Enter chooses the spot, Escape gives up</source>
        <translation>الأسهم تحرك الصليب، Enter تختار النقطة، Escape للتراجع</translation>
    </message>
    <message>
        <source>Withdraw a marker</source>
        <translation>سحب علامة</translation>
    </message>
    <message>
        <source>Why is “{marker}” withdrawn?</source>
        <translation>لماذا تسحب «{marker}»؟</translation>
    </message>
    <message>
        <source>Click where the marker belongs now, or use the arrows and Enter; Escape gives up</source>
        <translation>انقر حيث مكان العلامة الآن، أو استعمل الأسهم وEnter؛ Escape للتراجع</translation>
    </message>
    <message>
        <source>On the map · {place}</source>
        <translation>على الخريطة · {place}</translation>
    </message>
    <message>
        <source>The register does not know this camera</source>
        <translation>السجل لا يعرف هذه الكاميرا</translation>
    </message>
    <message>
        <source>{where}, within {metres} m</source>
        <translation>{where}، بدقة {metres} م</translation>
    </message>
    <message>
        <source>Marker placed: {marker}</source>
        <translation>وضعت العلامة: {marker}</translation>
    </message>
</context>
<context>
    <name>Spotlight</name>
    <message>
        <source>Incident {name}: look for what happens there</source>
        <translation>الحادث {name}: النظر فيما يجري هناك</translation>
    </message>
</context>
<context>
    <name>SpotlightBar</name>
    <message>
        <source>Spotlight: {name}</source>
        <translation>الضوء على: {name}</translation>
    </message>
    <message>
        <source>Ask for all that is locked ({count})</source>
        <translation>طلب المغلق ({count})</translation>
    </message>
    <message>
        <source>Back (Backspace)</source>
        <translation>رجوع (Backspace)</translation>
    </message>
</context>
<context>
    <name>SpotlightDesk</name>
    <message>
        <source>Spotlight the nearest 8</source>
        <translation>تسليط الضوء على أقرب 8</translation>
    </message>
    <message>
        <source>Back to the wall before the spotlight</source>
        <translation>الرجوع إلى الجدار قبل تسليط الضوء</translation>
    </message>
    <message>
        <source>Ask for what the spotlight brought up locked…</source>
        <translation>طلب ما أظهره الضوء مغلقاً…</translation>
    </message>
    <message>
        <source>Select an incident, or a tile with a camera, first</source>
        <translation>اختر أولاً حادثاً أو مربعاً فيه كاميرا</translation>
    </message>
    <message>
        <source>The wall is as it was before the spotlight</source>
        <translation>عاد الجدار كما كان قبل تسليط الضوء</translation>
    </message>
    <message>
        <source>There is no spotlight to go back from</source>
        <translation>لا يوجد ضوء مسلط للرجوع منه</translation>
    </message>
    <message>
        <source>Nothing of the spotlight is locked</source>
        <translation>لا شيء مغلق تحت الضوء</translation>
    </message>
    <message>
        <source>No camera is known near there: the register does not say where it stands</source>
        <translation>لا كاميرا معروفة قرب هذا المكان: السجل لا يذكر موقعه</translation>
    </message>
    <message>
        <source>{count} cameras around {name}; Backspace goes back</source>
        <translation>عدد الكاميرات حول {name}: {count}؛ Backspace للرجوع</translation>
    </message>
</context>
<context>
    <name>StepUpDialog</name>
    <message>
        <source>Confirm that it is you</source>
        <translation>أكّد أنك أنت</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة السر</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>This needs your own second factor.</source>
        <translation>يلزم عاملك الثاني.</translation>
    </message>
    <message>
        <source>Confirmed a moment ago: the code alone is enough.</source>
        <translation>أُكّد قبل قليل: الرمز وحده يكفي.</translation>
    </message>
    <message>
        <source>Your password, and the code that your telephone shows now.</source>
        <translation>كلمة سرك، والرمز الذي يعرضه هاتفك الآن.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>تأكيد</translation>
    </message>
    <message>
        <source>The demo&apos;s code now: {code}. Nobody has a telephone here; a real wall never shows it.</source>
        <translation>رمز العرض الآن: {code}. لا أحد لديه هاتف هنا؛ الجدار الحقيقي لا يعرضه أبدا.</translation>
    </message>
    <message>
        <source>The demo&apos;s password: {password}</source>
        <translation>كلمة سر العرض: {password}</translation>
    </message>
</context>
<context>
    <name>StepsBar</name>
    <message>
        <source>Take over</source>
        <translation>تولّي المسؤولية</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>It is {name}&apos;s: take it over to change it</source>
        <translation>هو لدى {name}: تولَّ مسؤوليته لتعديله</translation>
    </message>
    <message>
        <source>Why is it withdrawn? Enter does it, Esc leaves it</source>
        <translation>لماذا يُسحب؟ Enter ينفّذ، وEsc يترك</translation>
    </message>
    <message>
        <source>Why is it reopened? Enter does it, Esc leaves it</source>
        <translation>لماذا يُعاد فتحه؟ Enter ينفّذ، وEsc يترك</translation>
    </message>
</context>
<context>
    <name>TakeScene</name>
    <message>
        <source>Empty scene of {number} {name}</source>
        <translation>مشهد خال للكاميرا {number} {name}</translation>
    </message>
    <message>
        <source>The scene that was taken</source>
        <translation>المشهد المأخوذ</translation>
    </message>
    <message>
        <source>Take it now</source>
        <translation>أخذه الآن</translation>
    </message>
    <message>
        <source>Keep it for the owner</source>
        <translation>حفظه للمالك</translation>
    </message>
    <message>
        <source>The decoder takes it from {seconds} seconds of the clear picture, without its masked parts. Only the finished small picture leaves it, and it bears nobody&apos;s watermark: it is kept in the store and may be seen by the owner&apos;s people. Take it only while nobody is there: somebody who stands still shows in it for ever. Each size of picture needs its own: take it once on a large tile and once on a small one.</source>
        <translation>يأخذه مفكك الترميز من {seconds} ثوان من الصورة الواضحة، دون أجزائها المحجوبة. لا تخرج منه إلا الصورة الصغيرة الجاهزة، ولا تحمل علامة أحد: تُحفظ في المخزن ويمكن لأهل المالك رؤيتها. خذه فقط حين لا يوجد أحد: من يقف ساكنا يظهر فيه إلى الأبد. لكل حجم صورة مشهده: خذه مرة في خانة كبيرة ومرة في خانة صغيرة.</translation>
    </message>
    <message>
        <source>Being taken: keep the place empty …</source>
        <translation>جار الأخذ: أبق المكان خاليا …</translation>
    </message>
    <message>
        <source>Taken, sizes: {count}. Look at it: is nobody in it?</source>
        <translation>أُخذ، الأحجام: {count}. انظر إليه: أليس فيه أحد؟</translation>
    </message>
    <message>
        <source>Kept. Its owner certifies it under own cameras.</source>
        <translation>حُفظ. يعتمده مالكه ضمن كاميراته.</translation>
    </message>
</context>
<context>
    <name>TileAccess</name>
    <message>
        <source>access ended</source>
        <translation>انتهى الولوج</translation>
    </message>
    <message>
        <source>access revoked</source>
        <translation>أُلغي الولوج</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>معاد</translation>
    </message>
    <message>
        <source>stopped by a lock</source>
        <translation>أوقفه قفل</translation>
    </message>
    <message>
        <source>access no longer holds</source>
        <translation>لم يعد الولوج ساريا</translation>
    </message>
    <message>
        <source>not renewed: the store does not answer</source>
        <translation>لم يجدد: قاعدة البيانات لا تجيب</translation>
    </message>
    <message>
        <source>clear until {time}</source>
        <translation>واضحة حتى {time}</translation>
    </message>
    <message>
        <source>access not renewed: the store does not answer</source>
        <translation>لم يجدد الولوج: قاعدة البيانات لا تجيب</translation>
    </message>
    <message>
        <source>granted, but not opened: {reason}</source>
        <translation>مأذون لكن لم تُفتح: {reason}</translation>
    </message>
    <message>
        <source>R: ask for access</source>
        <translation>R: طلب الولوج</translation>
    </message>
    <message>
        <source>asked, {met} of {needed} agreed</source>
        <translation>مطلوب، وافق {met} من {needed}</translation>
    </message>
    <message>
        <source>waiting for {who}</source>
        <translation>في انتظار {who}</translation>
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
    <name>TrustPage</name>
    <message>
        <source>Trust list</source>
        <translation>قائمة الثقة</translation>
    </message>
    <message>
        <source>What a new list would change</source>
        <translation>ما ستغيره قائمة جديدة</translation>
    </message>
    <message>
        <source>Waiting for signatures</source>
        <translation>تنتظر توقيعات</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>سارية</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>التغيير</translation>
    </message>
    <message>
        <source>Whom it concerns</source>
        <translation>من يعنيه</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>لن يتغير شيء.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>النسخة</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>حُررت</translation>
    </message>
    <message>
        <source>People</source>
        <translation>الأشخاص</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>الاتفاقات</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>وقّعها</translation>
    </message>
    <message>
        <source>No list waits.</source>
        <translation>لا قائمة تنتظر.</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>المالك</translation>
    </message>
    <message>
        <source>No agreement is in force: nothing private opens.</source>
        <translation>لا اتفاق ساريا: لا يُفتح شيء خاص.</translation>
    </message>
    <message>
        <source>Propose and sign (P)</source>
        <translation>اقتراح وتوقيع (P)</translation>
    </message>
    <message>
        <source>Sign the chosen list (S)</source>
        <translation>توقيع القائمة المختارة (S)</translation>
    </message>
    <message>
        <source>Decoders open a private camera only for people and agreements on this list. A new list takes force with the signatures of two administrators.</source>
        <translation>لا تفتح مفككات الترميز كاميرا خاصة إلا للأشخاص والاتفاقات في هذه القائمة. تسري قائمة جديدة بتوقيع مسؤولَي نظام اثنين.</translation>
    </message>
    <message>
        <source>Propose a trust list, changes: {count}</source>
        <translation>اقتراح قائمة ثقة، التغييرات: {count}</translation>
    </message>
    <message>
        <source>Sign trust list {version}</source>
        <translation>توقيع قائمة الثقة {version}</translation>
    </message>
    <message>
        <source>Signed. Trust list {version} is in force.</source>
        <translation>وُقّعت. قائمة الثقة {version} سارية.</translation>
    </message>
    <message>
        <source>Signed. Trust list {version} waits for another administrator.</source>
        <translation>وُقّعت. قائمة الثقة {version} تنتظر مسؤول نظام آخر.</translation>
    </message>
</context>
<context>
    <name>TwoSteps</name>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Prove it</source>
        <translation>إثبات</translation>
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
        <source>Ask for access…</source>
        <translation>طلب الولوج…</translation>
    </message>
    <message>
        <source>Calibrate the ground…</source>
        <translation>معايرة الأرضية…</translation>
    </message>
    <message>
        <source>Take the camera off</source>
        <translation>إزالة الكاميرا</translation>
    </message>
    <message>
        <source>This marker</source>
        <translation>هذه العلامة</translation>
    </message>
    <message>
        <source>Open an incident here</source>
        <translation>فتح حادث هنا</translation>
    </message>
    <message>
        <source>Place a marker</source>
        <translation>وضع علامة</translation>
    </message>
    <message>
        <source>Spotlight the nearest 8</source>
        <translation>تسليط الضوء على أقرب 8</translation>
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
    <message>
        <source>view moved</source>
        <translation>تغيّر المشهد</translation>
    </message>
    <message>
        <source>markers: {markers}</source>
        <translation>العلامات: {markers}</translation>
    </message>
    <message>
        <source>concerned by {layers}</source>
        <translation>معنية بـ {layers}</translation>
    </message>
    <message>
        <source>{metres} m</source>
        <translation>{metres} م</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>الخريطة</translation>
    </message>
    <message>
        <source>Show the whole map</source>
        <translation>أظهر الخريطة كلها</translation>
    </message>
    <message>
        <source>Show the map here</source>
        <translation>ضع الخريطة هنا</translation>
    </message>
    <message>
        <source>Take the map off</source>
        <translation>إزالة الخريطة</translation>
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
    <message>
        <source>The map on tile {tile}</source>
        <translation>الخريطة في المربع {tile}</translation>
    </message>
    <message>
        <source>“{line}” is no command: type a camera number, L2, S2, 4x4, 1+5, M, H or ?</source>
        <translation>«{line}» ليس أمرا: اكتب رقم كاميرا أو L2 أو S2 أو 4x4 أو ⁦1+5⁩ أو M أو H أو ?</translation>
    </message>
</context>
<context>
    <name>Watcher</name>
    <message>
        <source>{cameras}: the clear picture closes in less than a minute</source>
        <translation>{cameras}: تُغلق الصورة الواضحة خلال أقل من دقيقة</translation>
    </message>
    <message>
        <source>The store answers again</source>
        <translation>قاعدة البيانات تجيب من جديد</translation>
    </message>
    <message>
        <source>The store does not answer: clear pictures close within 30 s, nothing can be decided</source>
        <translation>قاعدة البيانات لا تجيب: تُغلق الصور الواضحة خلال 30 ث، ولا يمكن البت في شيء</translation>
    </message>
    <message>
        <source>{who} asks for {cameras}: {purpose}, {time}. It waits for your decision</source>
        <translation>{who} يطلب {cameras}: {purpose}، {time}. في انتظار قرارك</translation>
    </message>
    <message>
        <source>A closed account</source>
        <translation>حساب مغلق</translation>
    </message>
    <message>
        <source>{who} broke the glass for {cameras}; it is to be reviewed</source>
        <translation>{who} فتح فتحا طارئا {cameras}؛ يجب أن يراجَع</translation>
    </message>
    <message>
        <source>Approved: {cameras} for {time}</source>
        <translation>تمت الموافقة: {cameras} لمدة {time}</translation>
    </message>
    <message>
        <source>Approved, less than asked for: {cameras} for {time}</source>
        <translation>تمت الموافقة على أقل من المطلوب: {cameras} لمدة {time}</translation>
    </message>
    <message>
        <source>Your request for {cameras}: {state}</source>
        <translation>طلبك {cameras}: {state}</translation>
    </message>
    <message>
        <source>{cameras}: the clear picture was closed ({why})</source>
        <translation>{cameras}: أُغلقت الصورة الواضحة ({why})</translation>
    </message>
</context>
</TS>
