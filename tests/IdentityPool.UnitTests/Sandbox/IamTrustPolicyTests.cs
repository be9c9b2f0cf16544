using Xunit;

namespace IdentityPools.UnitTests.Sandbox;

/// <summary>What IAM lets a trust policy be, on creation and on update alike.</summary>
public sealed class IamTrustPolicyTests : IAsyncLifetime
{
    private const string Pool = "'Principal':{'Federated':'cognito-identity.amazonaws.com'},'Action':'sts:AssumeRoleWithWebIdentity'";
    private const string Service = "'Principal':{'Service':'lambda.amazonaws.com'}";
    private const string Aud = "'Condition':{'StringEquals':{'cognito-identity.amazonaws.com:aud':'us-east-1:1'}}";
    private const string Unsuitable = "Federated principals must be valid domain names or SAML metadata ARNs";

    private readonly QueryClient iam = QueryClient.Iam();

    public async ValueTask InitializeAsync() =>
        (await iam.CallAsync("CreateRole", ("RoleName", "there"), ("AssumeRolePolicyDocument", IamPolicyTexts.PoolTrust))).Ok();

    public ValueTask DisposeAsync()
    {
        iam.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<(QueryAnswer Create, QueryAnswer Update)> TryAsync(string document) =>
        (
            await iam.CallAsync("CreateRole", ("RoleName", "new"), ("AssumeRolePolicyDocument", document)),
            await iam.CallAsync("UpdateAssumeRolePolicy", ("RoleName", "there"), ("PolicyDocument", document))
        );

    private async Task RefusedAsync(string document, string message)
    {
        var (create, update) = await TryAsync(document);
        create.Refused(400, "MalformedPolicyDocument", message);
        update.Refused(400, "MalformedPolicyDocument", message);
    }

    [Theory]
    [InlineData($"'Effect':'Allow',{Pool},{Aud}")]
    [InlineData($"'Effect':'Deny',{Pool},{Aud}")]
    [InlineData("'Effect':'Allow','Principal':{'Service':['lambda.amazonaws.com','ec2.amazonaws.com.cn']},'Action':['sts:AssumeRole','sts:TagSession']")]
    [InlineData("'Effect':'Allow','Principal':{'AWS':'*'},'Action':'sts:*'")]
    [InlineData("'Effect':'Allow','Principal':{'AWS':['210987654321','arn:aws:iam::123456789012:root']},'Action':'sts:SetSourceIdentity'")]
    [InlineData("'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::123456789012:role/there'},'Action':'sts:AssumeRole'")]
    [InlineData("'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::210987654321:role/any'},'Action':'sts:AssumeRole'")]
    [InlineData("'Effect':'Allow','Principal':{'Federated':'arn:aws:iam::123456789012:oidc-provider/a.example.com'},'Action':'sts:AssumeRoleWithWebIdentity'")]
    [InlineData("'Effect':'Allow','Principal':{'Federated':'arn:aws:iam::123456789012:saml-provider/Corp'},'Action':'sts:AssumeRoleWithSAML'")]
    [InlineData("'Effect':'Allow','Principal':{'Federated':'accounts.google.com'},'Action':'sts:AssumeRoleWithWebIdentity'")]
    [InlineData("'Effect':'Deny','NotPrincipal':{'AWS':'210987654321'},'Action':'sts:AssumeRole'")]
    [InlineData($"'Sid':'One','Effect':'Allow',{Pool},'Condition':{{'ForAnyValue:StringLikeIfExists':{{'cognito-identity.amazonaws.com:amr':['a','b']}}}}")]
    [InlineData($"'Effect':'Allow',{Pool},'Condition':{{'Null':{{'aws:TokenIssueTime':false}},'NumericLessThan':{{'aws:MultiFactorAuthAge':300}}}}")]
    public async Task Statements_that_IAM_takes(string statement)
    {
        var (create, update) = await TryAsync(IamPolicyTexts.Policy(statement));
        create.Ok();
        update.Ok();
    }

    [Theory]
    [InlineData("nonsense", "This policy contains invalid Json")]
    [InlineData("{", "This policy contains invalid Json")]
    [InlineData("[]", "Syntax errors in policy.")]
    [InlineData("{}", "Missing required field Statement")]
    [InlineData("""{"Statement":[]}""", "Syntax errors in policy.")]
    [InlineData("""{"Version":"2013-10-17","Statement":[]}""", "Syntax errors in policy.")]
    [InlineData("""{"Statements":[],"Statement":[]}""", "Has prohibited field Statements")]
    [InlineData("""{"Statement":["x"]}""", "Syntax errors in policy.")]
    public Task Documents_that_IAM_refuses(string document, string message) => RefusedAsync(document, message);

    [Theory]
    [InlineData($"{Pool},{Aud}", "Missing required field Effect")]
    [InlineData($"'Effect':'allow',{Pool},{Aud}", "Syntax errors in policy.")]
    [InlineData($"'Effect':'Allow','Effect':'Allow',{Pool},{Aud}", "Syntax errors in policy.")]
    [InlineData("'Effect':'Allow','Action':'sts:AssumeRole'", "Missing required field Principal")]
    [InlineData($"'Effect':'Allow',{Service}", "Missing required field Action")]
    [InlineData($"'Effect':'Allow',{Service},'Action':[]", "Missing required field Action")]
    [InlineData($"'Effect':'Allow',{Service},'Action':[1]", "Syntax errors in policy.")]
    [InlineData($"'Effect':'Allow',{Service},'Action':'sts:AssumeRole','NotAction':'sts:TagSession'", "Syntax errors in policy.")]
    [InlineData($"'Effect':'Allow',{Service},'Action':'sts:AssumeRole','Resource':'*'", "Has prohibited field Resource")]
    [InlineData($"'Effect':'Allow',{Service},'Action':'sts:AssumeRole','NotResource':'*'", "Has prohibited field NotResource")]
    [InlineData($"'Effect':'Allow',{Service},'Action':'sts:AssumeRole','Comment':'x'", "Has prohibited field Comment")]
    [InlineData($"'Effect':'Allow',{Service},'Action':'s3:GetObject'", "AssumeRole policy may only specify STS AssumeRole actions.")]
    [InlineData($"'Effect':'Allow',{Service},'Action':'sts:AssumeRol'", "AssumeRole policy may only specify STS AssumeRole actions.")]
    [InlineData($"'Effect':'Allow',{Service},'Action':'*'", "AssumeRole policy may only specify STS AssumeRole actions.")]
    [InlineData(
        $"'Sid':'a-b','Effect':'Allow',{Pool},{Aud}",
        "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*"
    )]
    public Task Statements_that_IAM_refuses(string statement, string message) => RefusedAsync(IamPolicyTexts.Policy(statement), message);

    [Theory]
    [InlineData("'*'", "Invalid principal in policy: \"\":\"*\"")]
    [InlineData("{'AWS':'someone'}", "Invalid principal in policy: \"AWS\":\"someone\"")]
    [InlineData("{'AWS':'arn:aws:iam::123456789012:role/gone'}", "Invalid principal in policy: \"AWS\":\"arn:aws:iam::123456789012:role/gone\"")]
    [InlineData("{'AWS':'arn:aws-cn:iam::123456789012:root'}", "Invalid principal in policy: \"AWS\":\"arn:aws-cn:iam::123456789012:root\"")]
    [InlineData("{'Service':'lambda'}", "Invalid principal in policy: \"SERVICE\":\"lambda\"")]
    [InlineData("{'CanonicalUser':'x'}", "Invalid principal in policy: \"CANONICALUSER\":\"x\"")]
    [InlineData("{'Federated':'cognito-identity.amazonaws.com.cn'}", "Invalid principal in policy: \"FEDERATED\":\"cognito-identity.amazonaws.com.cn\"")]
    [InlineData("{'Federated':'login.example.com'}", "Invalid principal in policy: \"FEDERATED\":\"login.example.com\"")]
    [InlineData("{'Federated':'nonsense'}", Unsuitable)]
    [InlineData("{'Federated':'arn:aws:iam::123456789012:user/x'}", Unsuitable)]
    [InlineData(
        "{'Federated':'arn:aws:iam::210987654321:saml-provider/Corp'}",
        "Invalid principal in policy: \"FEDERATED\":\"arn:aws:iam::210987654321:saml-provider/Corp\""
    )]
    public Task Principals_that_IAM_refuses(string principal, string message) =>
        RefusedAsync(IamPolicyTexts.Policy($"'Effect':'Allow','Principal':{principal},'Action':'sts:AssumeRole',{Aud}"), message);

    [Theory]
    [InlineData("{'StringEqual':{'a:b':'c'}}", "Invalid Condition type : StringEqual")]
    [InlineData("{'ForSomeValue:StringEquals':{'a:b':'c'}}", "Invalid Condition type : ForSomeValue:StringEquals")]
    [InlineData("{'NullIfExists':{'a:b':'c'}}", "Invalid Condition type : NullIfExists")]
    [InlineData("{'StringEquals':{'aud':'c'}}", "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.")]
    [InlineData("{'StringEquals':{'a:b':{}}}", "Syntax errors in policy.")]
    [InlineData("{'StringEquals':'x'}", "Syntax errors in policy.")]
    [InlineData("[]", "Syntax errors in policy.")]
    public Task Conditions_that_IAM_refuses(string condition, string message) =>
        RefusedAsync(IamPolicyTexts.Policy($"'Effect':'Allow',{Pool},'Condition':{condition}"), message);

    [Theory]
    [InlineData("")]
    [InlineData(",'Condition':{}")]
    [InlineData(",'Condition':{'StringEquals':{}}")]
    public Task Identity_pools_are_trusted_on_conditions_only(string condition) =>
        RefusedAsync(IamPolicyTexts.Policy($"'Effect':'Allow',{Pool}{condition}"), "A condition block must be present for the Cognito provider");

    [Fact]
    public Task Statement_ids_are_unique() =>
        RefusedAsync(
            IamPolicyTexts.Policy($"'Sid':'One','Effect':'Allow',{Pool},{Aud}}},{{'Sid':'One','Effect':'Allow',{Pool},{Aud}"),
            "Statement IDs (SID) in a single policy must be unique."
        );

    [Theory]
    [InlineData("us-east-1", "aws", "cognito-identity.amazonaws.com")]
    [InlineData("us-gov-west-1", "aws-us-gov", "cognito-identity-us-gov.amazonaws.com")]
    [InlineData("us-gov-west-1", "aws-us-gov", "cognito-identity.us-gov-east-1.amazonaws.com")]
    [InlineData("cn-north-1", "aws-cn", "cognito-identity.cn-north-1.amazonaws.com.cn")]
    public async Task Each_partition_has_its_principal(string region, string partition, string principal)
    {
        using var other = QueryClient.Iam(region);
        var document = IamPolicyTexts.Policy(
            $"'Effect':'Allow','Principal':{{'Federated':'{principal}'}},'Action':'sts:AssumeRoleWithWebIdentity','Condition':{{'StringEquals':{{'{principal}:aud':'p'}}}}"
        );
        var role = (await other.CallAsync("CreateRole", ("RoleName", "auth"), ("AssumeRolePolicyDocument", document))).Ok();
        Assert.Equal($"arn:{partition}:iam::123456789012:role/auth", role.Value("CreateRoleResult", "Role", "Arn"));
    }

    [Theory]
    [InlineData("us-gov-west-1")]
    [InlineData("cn-north-1")]
    public async Task The_principal_of_another_partition_is_refused(string region)
    {
        using var other = QueryClient.Iam(region);
        (await other.CallAsync("CreateRole", ("RoleName", "auth"), ("AssumeRolePolicyDocument", IamPolicyTexts.PoolTrust))).Refused(
            400,
            "MalformedPolicyDocument",
            "Invalid principal in policy: \"FEDERATED\":\"cognito-identity.amazonaws.com\""
        );
    }
}
