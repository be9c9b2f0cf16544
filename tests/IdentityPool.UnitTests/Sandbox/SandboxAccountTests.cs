using System.Reflection;
using IdentityPools.Sandbox;
using Xunit;

namespace IdentityPools.UnitTests.Sandbox;

/// <summary>What a script can do with the account in memory.</summary>
public sealed class SandboxAccountTests
{
    private const string RoleArn = "arn:aws:iam::123456789012:role/Admin";

    private readonly SandboxAccount account = new();

    [Fact]
    public void A_script_sees_what_is_documented_and_no_more()
    {
        var shown = typeof(SandboxAccount).GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly);
        var documented = typeof(ISandbox).GetMembers().Select(member => member.Name).ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(shown, member => member is not ConstructorInfo && !documented.Contains(member.Name));
        Assert.Equal([typeof(ISandbox)], typeof(SandboxAccount).GetInterfaces());
    }

    [Fact]
    public void Times_are_not_negative()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => account.Latency = TimeSpan.FromTicks(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => account.RolePropagationDelay = TimeSpan.FromTicks(-1));
        account.Latency = account.RolePropagationDelay = TimeSpan.Zero;
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    public void A_trust_policy_is_a_JSON_object(string trustPolicy)
    {
        Assert.Throws<ArgumentException>(() => account.AddRole(RoleArn, trustPolicy));
        account.AddRole(RoleArn, "{}");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_page_has_at_least_one_item(int size) => Assert.Throws<ArgumentOutOfRangeException>(() => new SandboxAccount { PageSize = size });
}
