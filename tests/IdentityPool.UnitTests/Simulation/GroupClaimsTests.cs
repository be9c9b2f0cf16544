using IdentityPools.Simulation;
using IdentityPools.Validation;
using Xunit;

namespace IdentityPools.UnitTests.Simulation;

/// <summary>The claims that groups of a user pool bring.</summary>
public sealed class GroupClaimsTests
{
    private const string A = "arn:aws:iam::123456789012:role/A";
    private const string B = "arn:aws:iam::123456789012:role/B";

    [Theory]
    [InlineData(0, 1, A)]
    [InlineData(5, 1, B)]
    [InlineData(5, null, A)]
    [InlineData(null, 2147483647, B)]
    [InlineData(1, 1, null)]
    [InlineData(null, null, null)]
    public void The_lowest_precedence_is_preferred_and_none_comes_last(int? first, int? second, string? preferred)
    {
        var (claims, remarks) = GroupClaims.Of([new("a", A, first), new("b", B, second)]);
        Assert.Equal(preferred, claims[TokenClaims.PreferredRole]?.Text);
        Assert.Equal(["a", "b"], claims.List(TokenClaims.Groups));
        Assert.Equal(new[] { A, B }.Order(), claims.List(TokenClaims.Roles).Order());
        Assert.Equal(preferred is null, remarks.Any(note => note.Id == nameof(Messages.NoteGroupTie)));
    }

    [Fact]
    public void A_tie_with_one_role_is_none()
    {
        var (claims, remarks) = GroupClaims.Of([new("a", A, 1), new("b", A, 1), new("c", B, 2)]);
        Assert.Equal(A, claims[TokenClaims.PreferredRole]?.Text);
        Assert.Equal([A, B], claims.List(TokenClaims.Roles));
        Assert.Empty(remarks);
    }

    [Fact]
    public void Groups_without_a_role_bring_none()
    {
        var (claims, remarks) = GroupClaims.Of([new("a", null, 0), new("b", null, 0)]);
        Assert.Null(claims[TokenClaims.PreferredRole]);
        Assert.Null(claims[TokenClaims.Roles]);
        Assert.Equal("a,b", claims[TokenClaims.Groups]!.Text);
        Assert.Empty(remarks);
    }

    [Fact]
    public void A_group_stands_once() =>
        Assert.Equal(nameof(Messages.DuplicateGroup), Assert.Throws<DefinitionException>(() => GroupClaims.Of([new("a", A, 1), new("a", B, 2)])).ErrorId);
}
