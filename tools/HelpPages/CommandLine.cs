using IdentityPools.HelpBuilder;
using IdentityPools.HelpPages.Engine;

namespace IdentityPools.HelpPages;

/// <summary>What can be done to pages: <c>examples</c> writes down what the examples show now, <c>metadata</c> what is true of the command.</summary>
public static class CommandLine
{
    private const int Misused = 64;
    private const string Examples = "examples";

    /// <summary>Does what a command line says.</summary>
    /// <param name="arguments">A verb and the pages; no page for all.</param>
    /// <param name="output">Where to say what was changed.</param>
    /// <param name="errors">Where to say what is wrong.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] arguments, TextWriter output, TextWriter errors)
    {
        if (arguments is not [var verb, .. var named] || Verb(verb) is not { } change)
        {
            errors.WriteLine("Usage: HelpPages examples|metadata [<page>...]");
            return Misused;
        }

        var failed = false;
        foreach (var page in named.Length > 0 ? named : AllPages(verb))
        {
            try
            {
                output.WriteLine($"{page}: {(Save(page, change(Path.GetFullPath(page))) ? "rewritten" : "as it was")}");
            }
            catch (Exception fault) when (fault is PageException or IOException or ExampleException)
            {
                errors.WriteLine(fault.Message);
                failed = true;
            }
        }

        return failed ? 1 : 0;
    }

    private static Func<string, string>? Verb(string verb) =>
        verb switch
        {
            Examples => ExampleRefresh.Refreshed,
            "metadata" => MetadataRefresh.Refreshed,
            _ => null,
        };

    /// <summary>All that a verb is about: commands have metadata, topics have examples only.</summary>
    private static string[] AllPages(string verb)
    {
        var directory = Path.Combine(ModuleRunspace.RootAbove(Environment.CurrentDirectory), "docs", "en-US");
        string[] topics = verb == Examples ? Directory.GetFiles(directory, "about_*.md") : [];
        return [.. Directory.GetFiles(directory, "*-*.md").Concat(topics).Order(StringComparer.Ordinal)];
    }

    private static bool Save(string page, string text)
    {
        if (File.Exists(page) && File.ReadAllText(page) == text)
        {
            return false;
        }

        File.WriteAllText(page, text);
        return true;
    }
}
