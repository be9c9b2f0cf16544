using System.Xml.Linq;
using IdentityPools.HelpBuilder.Maml;
using IdentityPools.HelpBuilder.Pages;
using IdentityPools.HelpBuilder.Topics;

namespace IdentityPools.HelpBuilder;

/// <summary>Makes of a folder of pages the files of help.</summary>
public static class HelpFiles
{
    private const int Misused = 64;

    /// <summary>Does what the command line says.</summary>
    /// <param name="arguments">The folder of the pages, and the one for the files.</param>
    /// <param name="errors">Where to say what is wrong with pages, a line each.</param>
    /// <returns>The exit code.</returns>
    public static int Build(string[] arguments, TextWriter errors)
    {
        if (arguments is not [var pages, var output])
        {
            errors.WriteLine("Usage: HelpBuilder <folder of pages> <folder for the files of help>");
            return Misused;
        }

        var problems = Write(pages, output);
        foreach (var problem in problems)
        {
            errors.WriteLine(problem);
        }

        return problems.Count > 0 ? 1 : 0;
    }

    /// <summary>Makes the files, if every page is as it must be.</summary>
    /// <param name="pages">The folder of the pages.</param>
    /// <param name="output">The folder for the files.</param>
    /// <returns>What is wrong with pages; then nothing is written.</returns>
    public static IReadOnlyList<Problem> Write(string pages, string output)
    {
        var problems = new List<Problem>();
        var commands = new List<XElement>();
        var topics = new List<(string File, string Text)>();
        foreach (var file in Directory.GetFiles(pages, "*.md").Order(StringComparer.Ordinal))
        {
            try
            {
                var page = PageText.Read(file);
                problems.AddRange(PageChecks.Problems(page));
                switch (PageKinds.Of(page))
                {
                    case PageKind.Command:
                        commands.Add(MamlCommand.Of(page, CommandPageReader.Read(page)));
                        break;
                    case PageKind.Topic:
                        topics.Add((TopicText.FileName(file), TopicText.Of(page)));
                        break;
                    case PageKind.Module:
                        break;
                }
            }
            catch (PageException fault)
            {
                problems.Add(fault.Problem);
            }
        }

        if (problems.Count == 0)
        {
            Directory.CreateDirectory(output);
            MamlFile.Write(Path.Combine(output, MamlFile.Name), commands);
            foreach (var (file, text) in topics)
            {
                File.WriteAllText(Path.Combine(output, file), text);
            }
        }

        return problems;
    }
}
