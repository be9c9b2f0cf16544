using IdentityPools.Model;
using IdentityPools.Policies;
using IdentityPools.Simulation;
using Xunit;

namespace IdentityPools.UnitTests.Simulation;

/// <summary>What a decision says beside the role: AWS's words, what is not documented, and whether the role can be assumed.</summary>
public sealed class RoleDecisionTests
{
    private const string Admin = "arn:aws:iam::123456789012:role/Admin";
    private const string Staff = "arn:aws:iam::123456789012:role/Staff";
    private const string Id = "eu-west-1:11111111-2222-3333-4444-555555555555";

    private static readonly string[] Names = ["x", "ann"];
    private static readonly string[] Roles = [Admin, Staff];
    private static readonly ProviderReference Provider = ProviderReference.OfUrl("cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3:1example23456789");

    [Fact]
    public void Each_undocumented_step_gives_both_readings()
    {
        Noted(nameof(Messages.NoteSingleRole), Decide(Token(), (TokenClaims.Roles, Admin)), "Admin (SingleRole).", "Denied");
        Noted(nameof(Messages.NoteNoRoleClaims), Decide(Token()), "Denied", "Authenticated (NoMapping).");
        Noted(nameof(Messages.NoteCustomRoleOfRules), Decide(Rules(), Staff, ("email", "ann")), "Denied", "Staff (CustomRole).");
        Noted(nameof(Messages.NoteCustomRoleWithoutMapping), Decide(Pool(), Staff), "Denied", "Authenticated (NoMapping).");
        Noted(nameof(Messages.NoteCase), Decide(Rules(), ("email", "ANN")), "Denied", "Admin (Rule 1).");
        Noted(nameof(Messages.NoteListClaim), Decide(Rules(), ("email", Names)), "Denied", "Admin (Rule 1).");
        Noted(nameof(Messages.NoteObjectClaim), Decide(Rules(), ("email", new Dictionary<string, object> { ["ann"] = 1 })), "Denied", "Denied");
        var guest = new RoleDecision(new SimulatedPool(Pool(guests: true)).RequestOfGuest() with { CustomRole = Admin });
        Noted(nameof(Messages.NoteCustomRoleOfGuest), guest, "Denied", "Unauthenticated (Guest).");
    }

    [Fact]
    public void What_is_documented_needs_no_note()
    {
        Assert.Empty(Decide(Rules(), ("email", "ann")).Notes);
        Assert.Empty(Decide(Rules(), ("email", "bob")).Notes);
        Assert.Empty(Decide(Rules()).Notes);
        Assert.Empty(Decide(Token(), (TokenClaims.PreferredRole, Admin)).Notes);
        Assert.Empty(Decide(Token(), (TokenClaims.Roles, Roles)).Notes);
        Assert.Empty(Decide(Pool()).Notes);
    }

    [Fact]
    public void A_role_that_no_rule_gives_is_refused_in_both_readings() =>
        Noted(nameof(Messages.NoteCustomRoleOfRules), Decide(Rules(), "arn:aws:iam::123456789012:role/Nobody", ("email", "ann")), "Denied", "Denied");

    /// <summary>As if the token lacked the object, but with everything else that it has.</summary>
    [Fact]
    public void The_other_reading_of_an_object_looks_at_the_other_claims()
    {
        var pool = Pool()
            .WithRoleMapping(
                RoleMapping.FromRules(
                    Provider,
                    [
                        RoleMappingRule.Create("job", ClaimMatchType.Contains, "admin", Admin),
                        RoleMappingRule.Create("email", ClaimMatchType.Equals, "ann", Staff),
                    ],
                    AmbiguousRoleResolution.Deny
                )
            );
        var decision = Decide(pool, ("job", new Dictionary<string, object> { ["admin"] = 1 }), ("email", "ann"));
        Noted(nameof(Messages.NoteObjectClaim), decision, "Admin (Rule 1).", "Staff (Rule 2).");
    }

    [Theory]
    [InlineData("ann", 1)]
    [InlineData("zed", 2)]
    [InlineData("bob", null)]
    public void The_rule_that_decided_is_given(string email, int? position)
    {
        var pool = Rules();
        var decision = Decide(pool, ("email", email));
        Assert.Equal(position, decision.RulePosition);
        Assert.Equal(position is { } place ? pool.RoleMappings[0].Rules[place - 1] : null, decision.Rule);
    }

    /// <summary>A script may ask for them in a loop.</summary>
    [Fact]
    public void Notes_and_trace_are_made_once()
    {
        var decision = Decide(Token(), (TokenClaims.Roles, Admin));
        Assert.Same(decision.Notes, decision.Notes);
        Assert.Same(decision.Trace, decision.Trace);
    }

    [Theory]
    [InlineData(true, "has no Unauthenticated role.")]
    [InlineData(false, "has no Authenticated role.")]
    public void The_role_that_is_missing_is_named_in_a_note_of_one_reading(bool isGuest, string said)
    {
        var pool = new SimulatedPool(Pool(guests: true).WithDefaultRoles(null, null));
        var note = Assert.Single(new RoleDecision(isGuest ? pool.RequestOfGuest() : pool.RequestOf(Provider)).Notes);
        Assert.Equal(nameof(Messages.NoteNoRole), note.Id);
        Assert.Contains(said, note.Text, StringComparison.Ordinal);
        Assert.False(note.IsUndocumented);
        Assert.Equal(note.Text, note.ToString());
    }

    [Fact]
    public void A_role_that_the_pool_lacks_is_a_refusal_in_aws_s_words()
    {
        var decision = Decide(Pool().WithDefaultRoles(null, null));
        Assert.Equal((RoleDecisionOutcome.Denied, RoleDecisionStep.NoMapping), (decision.Outcome, decision.Step));
        Assert.Equal(ServiceMessages.InvalidConfiguration, decision.Message);
        Assert.Contains(decision.Notes, note => note.Id == nameof(Messages.NoteNoRole));
    }

    [Theory]
    [InlineData(Id, "authenticated", RoleDecisionOutcome.Role)]
    [InlineData("eu-west-1:99999999-2222-3333-4444-555555555555", "authenticated", RoleDecisionOutcome.Denied)]
    [InlineData(Id, "unauthenticated", RoleDecisionOutcome.Denied)]
    public void A_role_whose_trust_policy_keeps_the_identity_out_is_a_refusal(string audience, string state, RoleDecisionOutcome outcome)
    {
        var trust = TrustPolicy.Create(
            AwsPartition.Commercial,
            audience,
            state == "authenticated" ? RoleAudience.Authenticated : RoleAudience.Unauthenticated,
            allowsSessionTags: false
        );
        var pool = Pool().WithDefaultRoles(IdentityPoolRole.Existing(Admin).WithEvidence(new() { Trust = trust }), null);
        var decision = Decide(pool.Existing(Id, $"arn:aws:cognito-identity:eu-west-1:123456789012:identitypool/{Id}", ValueMap<string>.Empty));
        Assert.Equal(outcome, decision.Outcome);
        Assert.Equal(outcome == RoleDecisionOutcome.Denied, decision.Notes.Any(note => note.Id == nameof(Messages.NoteTrust)));
    }

    /// <summary>Who looks for the fault among the pool's own roles does not find it.</summary>
    [Fact]
    public void A_refusal_that_comes_from_the_role_in_the_token_says_so()
    {
        var trust = TrustPolicy.Create(
            AwsPartition.Commercial,
            "eu-west-1:99999999-2222-3333-4444-555555555555",
            RoleAudience.Authenticated,
            allowsSessionTags: false
        );
        var group = UserPoolGroup.Define(new() { Name = "admins", Role = IdentityPoolRole.Existing(Admin).WithEvidence(new() { Trust = trust }) });
        var pool = Token().WithUserPoolGroups(UserPool.Existing("eu-west-1_Ab1Cd2Ef3"), [group]);
        pool = pool.Existing(Id, $"arn:aws:cognito-identity:eu-west-1:123456789012:identitypool/{Id}", ValueMap<string>.Empty);

        foreach (var claim in new[] { TokenClaims.PreferredRole, TokenClaims.Roles })
        {
            var decision = Decide(pool, (claim, Admin));
            Assert.Equal((RoleDecisionOutcome.Denied, ServiceMessages.InvalidConfiguration), (decision.Outcome, decision.Message));
            Assert.Contains(decision.Notes, note => note.Id == nameof(Messages.NoteTrustOfToken) && note.Text.Contains(Admin, StringComparison.Ordinal));
            Assert.DoesNotContain(decision.Notes, note => note.Id == nameof(Messages.NoteTrust));
        }
    }

    [Fact]
    public void Session_tags_ask_for_their_own_permission()
    {
        var trust = TrustPolicy.Create(AwsPartition.Commercial, TrustPolicy.ThisPool, RoleAudience.Authenticated, allowsSessionTags: false);
        var pool = Pool().WithDefaultRoles(IdentityPoolRole.Existing(Admin).WithEvidence(new() { Trust = trust }), null);
        Assert.Equal(RoleDecisionOutcome.Role, Decide(pool).Outcome);
        Assert.Equal(RoleDecisionOutcome.Denied, Decide(pool.WithPrincipalTags(PrincipalTagMapping.Defaults(Provider))).Outcome);
        // A managed role gets what it needs.
        Assert.Equal(RoleDecisionOutcome.Role, Decide(Pool().WithPrincipalTags(PrincipalTagMapping.Defaults(Provider))).Outcome);
    }

    [Fact]
    public void A_rule_that_only_deployment_can_tell_leaves_it_open_unless_the_claim_is_missing()
    {
        var value = TemplateValue.FromObject(new Dictionary<string, object?> { ["Ref"] = "Tier" });
        var pool = Pool()
            .WithRoleMapping(
                RoleMapping.FromRules(Provider, [RoleMappingRule.Create("tier", ClaimMatchType.Equals, value, Admin)], AmbiguousRoleResolution.Deny)
            );
        var open = Decide(pool, ("tier", "gold"));
        Assert.Equal((RoleDecisionOutcome.Undetermined, null, 1), (open.Outcome, open.Role, open.RulePosition));
        Assert.Null(open.Trace[0].IsMatch);
        Assert.Equal(RoleDecisionOutcome.Denied, Decide(pool, ("email", "ann")).Outcome);
    }

    [Fact]
    public void Characters_of_patterns_are_literal()
    {
        var pool = Pool()
            .WithRoleMapping(
                RoleMapping.FromRules(
                    Provider,
                    [
                        RoleMappingRule.Create("email", ClaimMatchType.Equals, ".*", Admin),
                        RoleMappingRule.Create("email", ClaimMatchType.Contains, "[a-z]?*", Staff),
                    ],
                    AmbiguousRoleResolution.Deny
                )
            );
        Assert.Equal(RoleDecisionOutcome.Denied, Decide(pool, ("email", "ann")).Outcome);
        Assert.Equal(Admin, Decide(pool, ("email", ".*")).Role);
        Assert.Equal(Staff, Decide(pool, ("email", "x[a-z]?*y")).Role);
    }

    private static void Noted(string id, RoleDecision decision, string taken, string other)
    {
        var note = Assert.Single(decision.Notes, note => note.Id == id);
        Assert.True(note.IsUndocumented);
        Assert.Contains(taken, note.Readings[0], StringComparison.Ordinal);
        Assert.Contains(other, note.Readings[1], StringComparison.Ordinal);
        Assert.StartsWith("AWS does not document this case. ", note.ToString(), StringComparison.Ordinal);
    }

    private static IdentityPool Pool(bool guests = false) =>
        IdentityPool
            .Create(new() { AllowUnauthenticatedIdentities = guests })
            .WithUserPool(new(UserPool.Existing("eu-west-1_Ab1Cd2Ef3"), UserPoolClient.Existing("1example23456789"), serverSideTokenCheck: true));

    private static IdentityPool Token() => Pool().WithRoleMapping(RoleMapping.FromToken(Provider, AmbiguousRoleResolution.Deny));

    private static IdentityPool Rules() =>
        Pool()
            .WithRoleMapping(
                RoleMapping.FromRules(
                    Provider,
                    [
                        RoleMappingRule.Create("email", ClaimMatchType.Equals, "ann", Admin),
                        RoleMappingRule.Create("email", ClaimMatchType.StartsWith, "zed", Staff),
                    ],
                    AmbiguousRoleResolution.Deny
                )
            );

    private static RoleDecision Decide(IdentityPool pool, params (string Name, object Value)[] claims) => Decide(pool, null, claims);

    private static RoleDecision Decide(IdentityPool pool, string? customRole, params (string Name, object Value)[] claims) =>
        new(
            new SimulatedPool(pool).RequestOf(Provider) with
            {
                Claims = TokenClaims.FromDictionary(claims.ToDictionary(claim => claim.Name, claim => claim.Value)),
                CustomRole = customRole,
            }
        );
}
