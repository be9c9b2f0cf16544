using Xunit;

namespace IdentityPools.UnitTests.Sandbox;

/// <summary>What IAM lets an inline policy be.</summary>
public sealed class IamPermissionPolicyTests : IAsyncLifetime
{
    private readonly QueryClient iam = QueryClient.Iam();

    public async ValueTask InitializeAsync() =>
        (await iam.CallAsync("CreateRole", ("RoleName", "auth"), ("AssumeRolePolicyDocument", IamPolicyTexts.PoolTrust))).Ok();

    public ValueTask DisposeAsync()
    {
        iam.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<QueryAnswer> PutAsync(string document) =>
        iam.CallAsync("PutRolePolicy", ("RoleName", "auth"), ("PolicyName", "p"), ("PolicyDocument", document));

    [Theory]
    [InlineData("'Effect':'Allow','Action':'*','Resource':'*'")]
    [InlineData("'Effect':'Deny','NotAction':['s3:Get*','mobileanalytics:PutEvents'],'NotResource':['arn:aws:s3:::b','arn:*:s3:::b']")]
    [InlineData("'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s3:::b/${cognito-identity.amazonaws.com:sub}/*'")]
    [InlineData(
        "'Effect':'Allow','Action':'s3:*','Resource':'*','Condition':{'IpAddress':{'aws:SourceIp':['10.0.0.0/8']},'Bool':{'aws:SecureTransport':true}}"
    )]
    public async Task Statements_that_IAM_takes(string statement) => (await PutAsync(IamPolicyTexts.Policy(statement))).Ok();

    [Fact]
    public async Task An_inline_policy_may_leave_out_the_version() =>
        (await PutAsync("""{"Id":"x","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}""")).Ok();

    [Theory]
    [InlineData("nonsense")]
    [InlineData("""{"Version":"2012-10-17"}""")]
    [InlineData("""{"Version":1,"Statement":[]}""")]
    public async Task Documents_that_IAM_refuses(string document) =>
        (await PutAsync(document)).Refused(400, "MalformedPolicyDocument", "Syntax errors in policy.");

    [Theory]
    [InlineData("'Effect':'Allow','Action':'s3:*'", "Policy statement must contain resources.")]
    [InlineData("'Effect':'Allow','Action':'s3:*','Resource':[]", "Policy statement must contain resources.")]
    [InlineData("'Effect':'Allow','Resource':'*'", "Policy statement must contain actions.")]
    [InlineData("'Effect':'Allow','Action':'s3:*','Resource':'*','Principal':'*'", "Policy document should not specify a principal.")]
    [InlineData("'Effect':'Allow','Action':'s3:*','Resource':'*','NotPrincipal':{'AWS':'*'}", "Policy document should not specify a principal.")]
    [InlineData("'Action':'s3:*','Resource':'*'", "Syntax errors in policy.")]
    [InlineData("'Effect':'Allow','Action':'s3:*','Resource':'*','Other':1", "Syntax errors in policy.")]
    [InlineData("'Effect':'Allow','Action':'GetObject','Resource':'*'", "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.")]
    [InlineData("'Effect':'Allow','Action':'s3:a:b','Resource':'*'", "Actions/Condition can contain only one colon.")]
    [InlineData("'Effect':'Allow','Action':'s_3:a','Resource':'*'", "Vendor s_3 is not valid")]
    [InlineData("'Effect':'Allow','Action':'s3:*','Resource':'bucket'", "Resource bucket must be in ARN format or \"*\".")]
    [InlineData("'Effect':'Allow','Action':'s3:*','Resource':'arn:aw:s3:::b'", "Partition \"aw\" is not valid for resource \"arn:aw:s3:::b\".")]
    [InlineData("'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s3:b'", "The policy failed legacy parsing")]
    [InlineData("'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:*:::b'", "Resource vendor must be fully qualified and cannot contain regexes.")]
    [InlineData("'Effect':'Allow','Action':'s3:*','Resource':'*','Condition':{'Equals':{'a:b':'c'}}", "Invalid Condition type : Equals")]
    public async Task Statements_that_IAM_refuses(string statement, string message) =>
        (await PutAsync(IamPolicyTexts.Policy(statement))).Refused(400, "MalformedPolicyDocument", message);
}
