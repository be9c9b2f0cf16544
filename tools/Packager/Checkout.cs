using System.ComponentModel;
using System.Diagnostics;

namespace IdentityPools.Packager;

/// <summary>The checkout that a package is made of.</summary>
public static class Checkout
{
    /// <summary>Refuses files that no commit has: nobody could find again what the package was made of.</summary>
    /// <param name="folder">A folder of the checkout.</param>
    public static void MustBeClean(string folder)
    {
        var (exitCode, output, errors) = Git(folder, "status", "--porcelain");
        if (exitCode != 0)
        {
            throw new PackagingException($"git does not know which commit '{folder}' is: {errors.Trim()} Publish from a clone.");
        }

        if (output.Length > 0)
        {
            throw new PackagingException($"These files are not as any commit has them: {Listed(output)}. Commit, ignore or remove them before publishing.");
        }
    }

    private static string Listed(string status) =>
        string.Join(
            ", ",
            status.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.Split(' ', 2)[^1].Trim())
        );

    private static (int ExitCode, string Output, string Errors) Git(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, errors.GetAwaiter().GetResult());
        }
        catch (Win32Exception fault)
        {
            throw new PackagingException($"git cannot be run, and only git knows whether '{folder}' is as a commit has it: {fault.Message}", fault);
        }
    }
}
