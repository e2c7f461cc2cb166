@echo off
rem Sets up validation-server.exe, two folders above this one, as a Windows service. Run as administrator:
rem   windows-service.cmd            installs and starts it
rem   windows-service.cmd remove     stops and removes it; its data stays
chcp 65001 >nul
set "PROGRAM=%~dp0..\..\validation-server.exe"
if /i "%~1"=="remove" goto remove

sc create validation-server binPath= "\"%PROGRAM%\"" start= delayed-auto obj= "NT AUTHORITY\LocalService" DisplayName= "年报校验服务"
if errorlevel 1 goto failed
sc description validation-server "校验政府信息公开工作年度报告的草稿"
sc failure validation-server reset= 86400 actions= restart/2000/restart/10000/restart/60000
sc start validation-server
if errorlevel 1 goto failed
echo 年报校验服务已安装并启动。
exit /b 0

:remove
sc stop validation-server
sc delete validation-server
if errorlevel 1 goto failed
echo 年报校验服务已删除，数据文件夹没有动。
exit /b 0

:failed
echo 没有完成：请右键选择“以管理员身份运行”，并查看上面的提示。
exit /b 1
