using IdentityPools.Planning;
using Xunit;

namespace IdentityPools.ModuleTests.Live;

/// <summary>What the live commands emit, as it is shown.</summary>
public sealed class ViewTests
{
    private readonly FakeService service = new() { Names = { "shop" } };

    [Fact]
    public void Differences_read_like_a_diff()
    {
        service.Kept = [FakeService.KeptTag];
        service.Steps =
        [
            new PlanStep.UpdatePool(FakeService.Shop)
            {
                Changes =
                [
                    new("LoginProviders[graph.facebook.com]", ChangeKind.Create, null, "1234567890", ""),
                    new("AllowUnauthenticatedIdentities", ChangeKind.Update, "True", "False", ""),
                    new("RoleMappings[cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3:abc].Rules[1]", ChangeKind.Delete, new('x', 60), null, ""),
                ],
            },
        ];

        Assert.Equal(
            """

               IdentityPool: shop

            + LoginProviders[graph.facebook.com] = 1234567890
            ~ AllowUnauthenticatedIdentities: True -> False
            - RoleMappings[cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3:abc].Rules[1]
              - xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx

            = Tags[team] (web): -Prune removes it

            """,
            Shown("New-IdentityPool shop | Compare-IdentityPool -Session $session -IncludeUnmanaged")
        );
    }

    [Fact]
    public void A_session_shows_where_it_leads_to() =>
        Assert.Equal(
            """

            Account      Region           From    Profile          Endpoint
            -------      ------           ----    -------          --------
                         eu-west-1        Connect

            """,
            Shown("$session")
        );

    // The service of these tests knows no more of a pool than its id, and what is not known is not shown as if it were.
    [Fact]
    public void A_pool_that_exists_shows_its_id() =>
        Assert.Equal(
            """

            Guests Id                                                  Name
            ------ --                                                  ----
            ?      eu-west-1:00000000-0000-0000-0000-000000000000      (partial)

            """,
            Shown("Get-IdentityPool -Session $session")
        );

    private string Shown(string script)
    {
        using var run = LiveRun.Of(service, $"{script} | Out-String -Width 100");
        Assert.Empty(run.Errors);
        var lines = string.Concat(run.Output).ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd());
        return string.Join('\n', lines).TrimEnd('\n') + "\n";
    }
}
