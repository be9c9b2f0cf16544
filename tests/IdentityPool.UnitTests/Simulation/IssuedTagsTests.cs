using System.Text.Json.Nodes;
using IdentityPools.Model;
using IdentityPools.Simulation;
using Xunit;

namespace IdentityPools.UnitTests.Simulation;

/// <summary>Which session tags claims give, and which values STS would not take.</summary>
public sealed class IssuedTagsTests
{
    private static readonly ProviderReference Web = ProviderReference.OfUrl(Pools.ProviderName + ":web");

    [Theory]
    [InlineData("\"blue\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("\"Grün ÄÖ 1_.:/=+-@\"", null)]
    [InlineData("7", null)]
    [InlineData("true", null)]
    [InlineData("\"auth0|123\"", "NoteTagCharacters")]
    [InlineData("\"a,b\"", "NoteTagCharacters")]
    [InlineData("\"a\\nb\"", "NoteTagCharacters")]
    [InlineData("[\"a\",\"b\"]", "NoteTagNotText")]
    [InlineData("[\"a\"]", "NoteTagNotText")]
    [InlineData("{\"a\":1}", "NoteTagNotText")]
    public void A_value_is_what_STS_takes(string value, string? noteId)
    {
        var decision = Decide($$"""{"custom:team":{{value}}}""", ("team", "custom:team"));
        Assert.Equal(noteId is null ? RoleDecisionOutcome.Role : RoleDecisionOutcome.Denied, decision.Outcome);
        Assert.Equal(noteId is null ? ["team"] : [], decision.SessionTags.Keys);
        var note = decision.Notes.FirstOrDefault(note => note.IsUndocumented);
        Assert.Equal(noteId, note?.Id);
        if (note is not null)
        {
            Assert.Equal(ServiceMessages.InvalidConfiguration, decision.Message);
            Assert.Equal("The session starts without the tag.", note.Readings[1]);
            Assert.StartsWith("Denied", note.Readings[0], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(256, null)]
    [InlineData(257, "NoteTagTooLong")]
    [InlineData(600, "NoteTagTooLong")]
    public void A_value_has_at_most_256_characters(int length, string? noteId) =>
        Assert.Equal(
            noteId,
            Decide($$"""{"custom:team":"{{new string('x', length)}}"}""", ("team", "custom:team")).Notes.FirstOrDefault(note => note.IsUndocumented)?.Id
        );

    /// <summary>Amazon Cognito's guide counts all of them together, in bytes.</summary>
    [Theory]
    [InlineData(229, null)]
    [InlineData(230, "NoteTagsTooLong")]
    public void All_together_have_at_most_460_bytes(int length, string? noteId)
    {
        var value = new string('x', length);
        var decision = Decide($$"""{"a":"{{value}}","b":"{{value}}"}""", ("t", "a"), ("u", "b"));
        Assert.Equal(noteId, decision.Notes.FirstOrDefault(note => note.IsUndocumented)?.Id);
    }

    [Fact]
    public void A_claim_that_is_not_there_gives_no_tag()
    {
        var decision = Decide("""{"email":"a"}""", ("team", "custom:team"), ("mail", "email"));
        Assert.Equal((RoleDecisionOutcome.Role, "mail"), (decision.Outcome, Assert.Single(decision.SessionTags.Keys)));
        var note = Assert.Single(decision.Notes, note => note.IsUndocumented);
        Assert.Equal(nameof(Messages.NoteTagClaimMissing), note.Id);
        Assert.Equal(["The session starts without the tag.", "Denied: AWS rejects the request."], note.Readings);
    }

    [Fact]
    public void The_defaults_are_the_user_and_the_client()
    {
        var request = Request("""{"sub":"ann","aud":"web"}""", pool => pool.WithPrincipalTags(PrincipalTagMapping.Defaults(Web)));
        Assert.Equal("client=web username=ann", string.Join(' ', new RoleDecision(request).SessionTags.Select(tag => $"{tag.Key}={tag.Value}").Order()));
    }

    [Fact]
    public void A_claim_that_only_deployment_knows_is_told()
    {
        var claim = TemplateValue.FromObject(new Dictionary<string, object> { ["Ref"] = "Claim" });
        var request = Request(
            "{\"a\":1}",
            pool => pool.WithPrincipalTags(PrincipalTagMapping.Create(Web, ValueMap<TemplateValue>.Create([new("team", claim)])))
        );
        Assert.Contains(new RoleDecision(request).Notes, note => note.Id == nameof(Messages.NoteTagUnknown));
    }

    [Fact]
    public void Nobody_without_attributes_for_access_control_has_tags()
    {
        var decision = new RoleDecision(Request("""{"sub":"auth0|1"}""", pool => pool));
        Assert.Equal((RoleDecisionOutcome.Role, 0), (decision.Outcome, decision.SessionTags.Count));
        Assert.DoesNotContain(decision.Notes, note => note.IsUndocumented);
    }

    /// <summary>An attribute of SAML is a list even where it has one value.</summary>
    [Theory]
    [InlineData(true, 1, 0)]
    [InlineData(true, 2, 1)]
    [InlineData(false, 1, 1)]
    public void One_value_of_an_assertion_is_text(bool isSaml, int count, int faults)
    {
        var claims = TokenClaims.FromDictionary(new Dictionary<string, object> { ["team"] = Enumerable.Repeat("blue", count).ToArray() });
        Assert.Equal(faults, IssuedTags.Read([new("team", "team")], claims, isSaml).Faults.Count);
    }

    [Fact]
    public void What_a_backend_put_into_the_token_is_read_back()
    {
        var claims = TokenClaims.FromJson(new JsonObject { [IssuedTags.Claim] = IssuedTags.ToClaim([new("team", "blue"), new("user", "a|b")]) });
        var tags = IssuedTags.OfDeveloper(claims);
        Assert.Equal("blue", tags.Values["team"]);
        Assert.Equal(("user", nameof(Messages.NoteTagCharacters)), (tags.Faults.Single().Tag, tags.Faults.Single().Id));
        Assert.Same(IssuedTags.None, IssuedTags.OfDeveloper(TokenClaims.None));
    }

    private static RoleDecision Decide(string claims, params (string Tag, string Claim)[] tags) =>
        new(
            Request(
                claims,
                pool =>
                    pool.WithPrincipalTags(
                        PrincipalTagMapping.Create(
                            Web,
                            ValueMap<TemplateValue>.Create(tags.Select(tag => KeyValuePair.Create(tag.Tag, TemplateValue.FromString(tag.Claim))))
                        )
                    )
            )
        );

    private static RoleRequest Request(string claims, Func<IdentityPool, IdentityPool> tagged) =>
        new SimulatedPool(tagged(IdentityPool.Create(new()).WithUserPool(Pools.Client("web")))).RequestOf(Web) with
        {
            Claims = TokenClaims.FromJson((JsonObject)JsonNode.Parse(claims)!),
        };
}
