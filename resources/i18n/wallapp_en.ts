<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>CameraCount</name>
    <message numerus="yes">
        <source>Approved: camera(s) {numbers} open until {time} at station {station}</source>
        <translation>
            <numerusform>Approved: camera {numbers} open until {time} at station {station}</numerusform>
            <numerusform>Approved: cameras {numbers} open until {time} at station {station}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sees clear already: camera(s) {numbers}</source>
        <translation>
            <numerusform>sees clear already: camera {numbers}</numerusform>
            <numerusform>sees clear already: cameras {numbers}</numerusform>
        </translation>
    </message>
</context>
</TS>
