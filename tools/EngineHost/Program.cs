using Microsoft.PowerShell;

// PowerShell, for who has only the .NET SDK: any argument of pwsh. It finds the module of this checkout as it finds an installed one.
Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
Environment.SetEnvironmentVariable("POWERSHELL_UPDATECHECK", "Off");
var root = new DirectoryInfo(AppContext.BaseDirectory);
while (root is not null && !File.Exists(Path.Combine(root.FullName, "IdentityPool.psd1")))
{
    root = root.Parent;
}

if (root is not null)
{
    var known = Environment.GetEnvironmentVariable("PSModulePath");
    Environment.SetEnvironmentVariable("PSModulePath", string.Join(Path.PathSeparator, [Path.Combine(root.FullName, "out"), known]));
}

return ConsoleShell.Start("", "Any argument of pwsh: https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_pwsh", args);
