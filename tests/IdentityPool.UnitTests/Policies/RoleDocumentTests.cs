using IdentityPools.Model;
using IdentityPools.Policies;
using IdentityPools.UnitTests.Findings;
using Xunit;

namespace IdentityPools.UnitTests.Policies;

/// <summary>What is read of the documents of a role.</summary>
public sealed class RoleDocumentTests
{
    private const string Guid = "5f2f1a3c-0000-4000-8000-000000000001";

    private static readonly IdentityPoolRole Managed = IdentityPoolRole.Managed("Staff", RoleAudience.Authenticated);
    private static readonly IdentityPoolRole Existing = IdentityPoolRole.Existing(Examined.UserArn);

    [Fact]
    public void The_trust_of_a_role_is_known_where_it_is_managed_or_was_seen()
    {
        Assert.True(Trusts(Managed));
        Assert.False(Trusts(Existing));
        Assert.True(Trusts(Existing.WithEvidence(Examined.Trusted())));

        static bool Trusts(IdentityPoolRole role) => RoleDocuments.From(TrustedBy.InTemplate, role).Trust is not null;
    }

    [Fact]
    public void A_managed_role_trusts_its_own_pool() =>
        Assert.True(PoolTrust.IsGranted(RoleDocuments.From(TrustedBy.InIreland, Managed).Trust!, TrustedBy.InIreland, isGuest: false, withTags: false));

    [Fact]
    public void A_role_without_statements_has_no_policy()
    {
        Assert.Empty(Names(TrustedBy.InTemplate, Managed));
        Assert.Equal([Bookkeeping.PolicyName], Names(TrustedBy.InTemplate, Managed.WithStatements([Pools.Allow("s3:GetObject")])));
    }

    /// <summary>A policy that another tool happens to call so in a role of its own is one more policy of that role.</summary>
    [Theory]
    [InlineData(true, true, Bookkeeping.PolicyName, false)]
    [InlineData(true, true, "app", true)]
    [InlineData(true, true, Bookkeeping.PolicyName + "-" + Guid, true)]
    [InlineData(false, true, Bookkeeping.PolicyName + "-" + Guid, false)]
    [InlineData(false, true, Bookkeeping.PolicyName, true)]
    [InlineData(false, true, "app", true)]
    [InlineData(false, false, Bookkeeping.PolicyName + "-" + Guid, true)]
    [InlineData(false, false, Bookkeeping.PolicyName, true)]
    public void The_policy_that_the_definition_stands_for_is_not_read_twice(bool isManaged, bool isPublished, string policy, bool isRead)
    {
        var evidence = new RoleEvidence { Policies = [new(policy, Examined.Node($$"""{ "Statement": [{{Examined.Allow("s3:GetObject")}}] }"""))] };

        Assert.Equal(
            isRead ? [policy] : [],
            Names(isPublished ? TrustedBy.InIreland : TrustedBy.InTemplate, (isManaged ? Managed : Existing).WithEvidence(evidence))
        );
    }

    [Fact]
    public void One_statement_that_is_none_makes_the_document_unreadable()
    {
        Assert.NotNull(Read(Examined.Allow("s3:GetObject")));
        Assert.Null(Read(Examined.Allow("s3:GetObject"), """{ "Effect": "Permit", "Action": "*", "Resource": "*" }"""));
    }

    [Fact]
    public void A_statement_that_CloudFormation_chooses_may_allow() =>
        Assert.True(Assert.Single(Read("""{ "Fn::If": ["IsLive", {}, { "Ref": "AWS::NoValue" }] }""")!.Statements).Allows);

    [Theory]
    [InlineData("arn:aws:s3:::b/a%2Fb", "arn:aws:s3:::b/a%2Fb")]
    [InlineData("${cognito-identity.amazonaws.com:sub}", "${cognito-identity.amazonaws.com:sub}")]
    public void A_document_as_text_is_taken_as_it_is_and_one_of_a_URL_unescaped(string resource, string expected)
    {
        var json = $$"""{ "Statement": [{{Examined.Allow("s3:GetObject", resource)}}] }""";

        Assert.Equal([expected], Reader.Read(json)!.Statements[0].Resources);
        Assert.Equal([expected], Reader.Read(Uri.EscapeDataString(json))!.Statements[0].Resources);
    }

    [Fact]
    public void A_function_that_CloudFormation_does_not_take_is_an_unknown_text() =>
        Assert.False(
            DocumentText.IsKnown(Assert.Single(Read("""{ "Effect": "Allow", "Action": "*", "Resource": { "Fn::Sub": "a${b" } }""")!.Statements[0].Resources!))
        );

    [Theory]
    [InlineData("\"Resource\": \"arn:aws:s3:::b/${aws:username}\"", true)]
    [InlineData("\"NotResource\": \"arn:aws:s3:::b/${aws:username}\"", true)]
    [InlineData("\"Resource\": \"*\", \"Condition\": { \"StringEquals\": { \"s3:prefix\": \"${aws:username}\" } }", true)]
    [InlineData("\"Resource\": \"arn:aws:s3:::${IdentityPool}\"", false)]
    [InlineData("\"Resource\": \"*\"", false)]
    public void Variables_stand_in_resources_and_conditions(string members, bool expected) =>
        Assert.Equal(expected, Read(Examined.Allow("s3:GetObject"), $$"""{ "Effect": "Allow", "Action": "s3:*", {{members}} }""")!.UsesVariables);

    [Theory]
    [InlineData("", 0)]
    [InlineData(" {\t\"a\":\n1 } ", 7)]
    public void White_space_is_free(string document, int size) => Assert.Equal(size, ParsedPolicy.SizeOf(document));

    private static DocumentReader Reader => new(new DocumentText(TrustedBy.InTemplate));

    private static ParsedPolicy? Read(params string[] statements) => Reader.Read(Examined.Node($$"""{ "Statement": [{{string.Join(",", statements)}}] }"""));

    private static IEnumerable<string> Names(IdentityPool pool, IdentityPoolRole role) => RoleDocuments.From(pool, role).Policies.Select(policy => policy.Name);
}
