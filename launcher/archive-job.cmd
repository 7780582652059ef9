@echo off
rem Makes the start-up archive jsa: runs the demo once to learn which classes a run loads, then dumps
rem them. Takes its settings from the environment that archive.cmd leaves.
setlocal
if not exist "%folder%" mkdir "%folder%"
rem A lock older than its job can be is gone by the next day: forfiles knows days only.
forfiles /p "%folder%" /m *.lock /d -1 /c "cmd /c rmdir @path" 2>nul
rem mkdir tells of its failure only, so what was there is cleared.
cmd /c exit 0
mkdir "%jsa%.lock" 2>nul
if errorlevel 1 exit /b 0
set "scratch=%jsa%.new"
"%jdk%\bin\java.exe" %flags% "-XX:DumpLoadedClassList=%scratch%.classes" "-Dminihost.home=%home%" -cp "%jar%" minihost.cli.TrainingRun "%home%\demo-miniprogram"
"%jdk%\bin\java.exe" %flags% -Xshare:dump -XX:+AOTClassLinking "-XX:SharedClassListFile=%scratch%.classes" "-XX:SharedArchiveFile=%scratch%" -cp "%jar%"
del "%scratch%.classes"
rem An archive of an older build that a JVM has open cannot be deleted: a later job will.
if exist "%scratch%" del "%folder%\*.jsa" "%folder%\*.failed"
if exist "%scratch%" (
  move /y "%scratch%" "%jsa%"
) else (
  echo failed >"%jsa%.failed"
)
rmdir "%jsa%.lock"
