using System.Collections.Concurrent;
using IdentityPools.HelpPages;
using Xunit;

namespace IdentityPools.ModuleTests.Help;

/// <summary>Every example of every page shows what the page says that it shows.</summary>
public sealed class ExampleTests
{
    private static readonly ConcurrentDictionary<string, Lazy<IReadOnlyDictionary<string, string>>> Outputs = new();

    public static IEnumerable<TheoryDataRow<string, string>> Examples() =>
        Pages.Commands.Concat(Pages.Topics).SelectMany(page => Pages.Examples(page).Select(example => new TheoryDataRow<string, string>(page, example.Title)));

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_screen_shows_what_the_page_shows(string page, string title)
    {
        var example = Pages.Examples(page).Single(example => example.Title == title);
        var said = example.Output?.Text ?? "";
        var shown = OutputsOf(page)[title];

        Assert.True(
            ExampleOutput.AreEqual(said, shown),
            $"{TextDiff.Of(ExampleOutput.Trimmed(said), shown)}\nTo refresh: dotnet run --project tools/HelpPages -- examples docs/en-US/{page}.md"
        );
    }

    [Fact]
    public void No_code_of_a_topic_stands_where_it_is_not_run()
    {
        Assert.NotEmpty(Pages.Topics);
        foreach (var topic in Pages.Topics)
        {
            var code = File.ReadLines(Pages.File(topic)).Count(line => line == "```powershell");

            Assert.Equal((topic, Pages.Examples(topic).Count), (topic, code));
        }
    }

    /// <summary>All of a page at the same time: each runs in a session and a directory of its own.</summary>
    private static IReadOnlyDictionary<string, string> OutputsOf(string page) =>
        Outputs
            .GetOrAdd(
                page,
                name =>
                    new(() => Pages.Examples(name).AsParallel().ToDictionary(example => example.Title, example => ExampleRun.Output(Pages.File(name), example)))
            )
            .Value;
}
