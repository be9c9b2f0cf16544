using System.Collections.Concurrent;
using IdentityPools.HelpPages;
using Xunit;

namespace IdentityPools.ModuleTests.Help;

/// <summary>Every example of every page shows what the page says that it shows.</summary>
public sealed class ExampleTests
{
    private static readonly ConcurrentDictionary<string, Lazy<IReadOnlyDictionary<string, string>>> Outputs = new();

    public static IEnumerable<TheoryDataRow<string, string>> Examples() =>
        Pages.Commands.SelectMany(command => Pages.Read(command).Examples.Select(example => new TheoryDataRow<string, string>(command, example.Title)));

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_screen_shows_what_the_page_shows(string command, string title)
    {
        var example = Pages.Read(command).Examples.Single(example => example.Title == title);
        var said = example.Output?.Text ?? "";
        var shown = OutputsOf(command)[title];

        Assert.True(
            ExampleOutput.AreEqual(said, shown),
            $"{TextDiff.Of(ExampleOutput.Trimmed(said), shown)}\nTo refresh: dotnet run --project tools/HelpPages -- examples docs/en-US/{command}.md"
        );
    }

    /// <summary>All of a page at the same time: each runs in a session and a directory of its own.</summary>
    private static IReadOnlyDictionary<string, string> OutputsOf(string command) =>
        Outputs
            .GetOrAdd(
                command,
                name =>
                    new(() =>
                        Pages.Read(name).Examples.AsParallel().ToDictionary(example => example.Title, example => ExampleRun.Output(Pages.File(name), example))
                    )
            )
            .Value;
}
