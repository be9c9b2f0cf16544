using Xunit;

namespace IdentityPools.UnitTests.Help;

/// <summary>What a session's sandbox offers is all in its topic.</summary>
public sealed class SandboxTopicTests
{
    private static readonly string[] Rows =
    [
        .. File.ReadLines(Path.Combine(Path.GetDirectoryName(RulesPage.Page.Path)!, "en-US", "about_IdentityPool_Sandbox.md"))
            .Where(line => line.StartsWith('|')),
    ];

    [Fact]
    public void Every_kind_of_fault_is_described() =>
        Assert.All(Enum.GetNames<SandboxFaultKind>(), kind => Assert.Single(Rows, row => row.StartsWith($"| {kind} |", StringComparison.Ordinal)));

    [Fact]
    public void Every_part_of_a_fault_is_described() =>
        Assert.All(
            typeof(SandboxFault).GetProperties(),
            property => Assert.Single(Rows, row => row.StartsWith($"| {property.Name} |", StringComparison.Ordinal))
        );

    [Fact]
    public void Every_member_is_described()
    {
        var described = Rows.SelectMany(row => row.Split('|')[1].Split(',', StringSplitOptions.TrimEntries));
        var members = typeof(ISandbox).GetMethods().Where(method => !method.IsSpecialName).Select(method => method.Name);

        Assert.Empty(members.Concat(typeof(ISandbox).GetProperties().Select(property => property.Name)).Except(described));
    }
}
