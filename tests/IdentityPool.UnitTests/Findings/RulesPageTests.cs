using IdentityPools.RulesPage;
using Xunit;

namespace IdentityPools.UnitTests.Findings;

/// <summary>The page that lists the rules.</summary>
public sealed class RulesPageTests
{
    [Fact]
    public void The_page_says_what_the_rules_say() => Assert.Equal(Page.Text(), File.ReadAllText(Page.Path).ReplaceLineEndings("\n"));
}
