using IdentityPools.Sandbox;
using Xunit;

namespace IdentityPools.UnitTests.Sandbox;

/// <summary>The constraints of the services' models, in the services' words.</summary>
public sealed class InputValidationTests : IDisposable
{
    private static readonly string Long = new('a', 129);

    private readonly JsonClient client = new();

    public void Dispose() => client.Dispose();

    public static TheoryData<string, string, string> Broken =>
        new()
        {
            { "CreateIdentityPool", """{"AllowUnauthenticatedIdentities":true}""", "'identityPoolName' failed to satisfy constraint: Member must not be null" },
            {
                "CreateIdentityPool",
                """{"IdentityPoolName":null,"AllowUnauthenticatedIdentities":true}""",
                "'identityPoolName' failed to satisfy constraint: Member must not be null"
            },
            {
                "CreateIdentityPool",
                $$"""{"IdentityPoolName":"{{Long}}","AllowUnauthenticatedIdentities":true}""",
                "'identityPoolName' failed to satisfy constraint: Member must have length less than or equal to 128"
            },
            {
                "CreateIdentityPool",
                """{"IdentityPoolName":"a/b","AllowUnauthenticatedIdentities":true}""",
                @"'identityPoolName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\w\s+=,.@-]+"
            },
            {
                "CreateIdentityPool",
                """{"IdentityPoolName":"é","AllowUnauthenticatedIdentities":true}""",
                @"'identityPoolName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\w\s+=,.@-]+"
            },
            {
                "CreateIdentityPool",
                """{"IdentityPoolName":"a","AllowUnauthenticatedIdentities":true,"Colour":"red"}""",
                "'colour' failed to satisfy constraint: Member must be known"
            },
            {
                "CreateIdentityPool",
                """{"IdentityPoolName":"a","AllowUnauthenticatedIdentities":true,"SamlProviderARNs":["x"]}""",
                "'samlProviderARNs' failed to satisfy constraint: Member must satisfy constraint: [Member must have length greater than or equal to 20]"
            },
            {
                "CreateIdentityPool",
                """{"IdentityPoolName":"a","AllowUnauthenticatedIdentities":true,"SupportedLoginProviders":{"www.amazon.com":"a b!"}}""",
                @"'supportedLoginProviders' failed to satisfy constraint: Map value must satisfy constraint: [Member must satisfy regular expression pattern: [\w.;_/-]+]"
            },
            {
                "CreateIdentityPool",
                """{"IdentityPoolName":"a","AllowUnauthenticatedIdentities":true,"SupportedLoginProviders":{"1":"a","2":"a","3":"a","4":"a","5":"a","6":"a","7":"a","8":"a","9":"a","10":"a","11":"a"}}""",
                "'supportedLoginProviders' failed to satisfy constraint: Member must have length less than or equal to 10"
            },
            { "ListIdentityPools", "{}", "'maxResults' failed to satisfy constraint: Member must not be null" },
            { "ListIdentityPools", """{"MaxResults":0}""", "'maxResults' failed to satisfy constraint: Member must have value greater than or equal to 1" },
            { "ListIdentityPools", """{"MaxResults":61}""", "'maxResults' failed to satisfy constraint: Member must have value less than or equal to 60" },
            {
                "SetIdentityPoolRoles",
                """{"IdentityPoolId":"us-east-1:0","Roles":{"guest":"arn:aws:iam::123456789012:role/a"}}""",
                "'roles' failed to satisfy constraint: Map keys must satisfy constraint: [Member must satisfy regular expression pattern: (un)?authenticated]"
            },
            {
                "SetIdentityPoolRoles",
                """{"IdentityPoolId":"us-east-1:0","Roles":{},"RoleMappings":{"k":{"Type":"Magic"}}}""",
                "'roleMappings.k.member.type' failed to satisfy constraint: Member must satisfy enum value set: [Token, Rules]"
            },
        };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_constraint_is_named(string operation, string input, string fault) =>
        (await client.CallAsync(operation, input)).Refused("InvalidParameterException", $"1 validation error detected: Value at {fault}");

    [Fact]
    public async Task Several_faults_are_counted() =>
        (await client.CallAsync("CreateIdentityPool")).Refused(
            "InvalidParameterException",
            "2 validation errors detected: Value at 'allowUnauthenticatedIdentities' failed to satisfy constraint: Member must not be null; "
                + "Value at 'identityPoolName' failed to satisfy constraint: Member must not be null"
        );

    [Theory]
    [InlineData("""{"IdentityPoolName":1,"AllowUnauthenticatedIdentities":true}""", "NUMBER_VALUE can not be converted to a String at 'identityPoolName'")]
    [InlineData(
        """{"IdentityPoolName":"a","AllowUnauthenticatedIdentities":"yes"}""",
        "STRING_VALUE can not be converted to a Boolean at 'allowUnauthenticatedIdentities'"
    )]
    [InlineData(
        """{"IdentityPoolName":"a","AllowUnauthenticatedIdentities":true,"SamlProviderARNs":{}}""",
        "START_OBJECT can not be converted to a List at 'samlProviderARNs'"
    )]
    public async Task A_value_of_another_type_is_refused(string input, string message) =>
        (await client.CallAsync("CreateIdentityPool", input)).Refused("SerializationException", message);

    [Fact]
    public async Task A_fraction_is_no_integer() =>
        Assert.Equal("SerializationException", (await client.CallAsync("ListIdentityPools", """{"MaxResults":1.5}""")).Code);

    [Theory]
    [InlineData(@"[\w+=,.@-]+", "a_1-", true)]
    [InlineData(@"[\w+=,.@-]+", "a b", false)]
    [InlineData(@"[\w+=,.@-]+", "a\n", false)]
    [InlineData(@"\d+", "١", false)]
    [InlineData(@"[\p{L}\p{M}\p{S}\p{N}\p{P}]+", "é€1.", true)]
    [InlineData(@"(?s).*", "a\nb", true)]
    [InlineData(@"a|b", "ab", false)]
    public void Patterns_match_the_whole_text_as_Java_reads_them(string pattern, string text, bool fits) =>
        Assert.Equal(fits, ServicePattern.ToRegex(pattern).IsMatch(text));
}
