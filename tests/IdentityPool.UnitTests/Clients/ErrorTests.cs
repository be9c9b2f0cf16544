using System.Net;
using Amazon.CognitoIdentity;
using Amazon.CognitoIdentityProvider;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using Xunit;

namespace IdentityPools.UnitTests.Clients;

public sealed class ErrorTests
{
    public static TheoryData<string> IdentityErrors => Names(typeof(AmazonCognitoIdentityException));

    public static TheoryData<string> UserPoolErrors => Names(typeof(AmazonCognitoIdentityProviderException));

    public static TheoryData<string, Type> IamErrors =>
        new()
        {
            { "ConcurrentModification", typeof(ConcurrentModificationException) },
            { "DeleteConflict", typeof(DeleteConflictException) },
            { "EntityAlreadyExists", typeof(EntityAlreadyExistsException) },
            { "InvalidInput", typeof(InvalidInputException) },
            { "LimitExceeded", typeof(LimitExceededException) },
            { "MalformedPolicyDocument", typeof(MalformedPolicyDocumentException) },
            { "NoSuchEntity", typeof(NoSuchEntityException) },
            { "OpenIdIdpCommunicationError", typeof(OpenIdIdpCommunicationErrorException) },
            { "PolicyNotAttachable", typeof(PolicyNotAttachableException) },
            { "ServiceFailure", typeof(ServiceFailureException) },
            { "UnmodifiableEntity", typeof(UnmodifiableEntityException) },
            { "AccessDenied", typeof(AmazonIdentityManagementServiceException) },
        };

    [Fact]
    public void Every_exception_of_IAM_is_in_the_list() => Assert.Equal(Types(typeof(AmazonIdentityManagementServiceException)).Count(), IamErrors.Count - 1);

    [Theory]
    [MemberData(nameof(IdentityErrors))]
    public async Task An_identity_error_is_the_exception_of_its_name(string name)
    {
        using var client = TestClients.Identity(new(CannedAnswer.JsonError(name)));

        var fault = await Assert.ThrowsAnyAsync<AmazonCognitoIdentityException>(() =>
            client.DescribeIdentityPoolAsync(new(), TestContext.Current.CancellationToken)
        );

        Check(fault, "Amazon.CognitoIdentity.Model", name);
    }

    [Theory]
    [MemberData(nameof(UserPoolErrors))]
    public async Task A_user_pool_error_is_the_exception_of_its_name(string name)
    {
        using var client = TestClients.UserPools(new(CannedAnswer.JsonError(name)));

        var fault = await Assert.ThrowsAnyAsync<AmazonCognitoIdentityProviderException>(() =>
            client.DescribeUserPoolAsync(new(), TestContext.Current.CancellationToken)
        );

        Check(fault, "Amazon.CognitoIdentityProvider.Model", name);
    }

    [Theory]
    [MemberData(nameof(IamErrors))]
    public async Task An_IAM_error_is_the_exception_of_its_code(string code, Type expected)
    {
        using var client = TestClients.Iam(new(CannedAnswer.XmlError(code, HttpStatusCode.Conflict)));

        var fault = await Assert.ThrowsAnyAsync<AmazonIdentityManagementServiceException>(() =>
            client.GetRoleAsync(new(), TestContext.Current.CancellationToken)
        );

        Assert.Equal(expected, fault.GetType());
        Assert.Equal(
            (code, "why", "id-in-body", ErrorType.Sender, HttpStatusCode.Conflict),
            (fault.ErrorCode, fault.Message, fault.RequestId, fault.ErrorType, fault.StatusCode)
        );
    }

    [Theory]
    [InlineData("com.amazonaws.cognito#ResourceNotFoundException")]
    [InlineData("ResourceNotFoundException:http://internal.amazon.com/coral/com.amazon.coral.validate/")]
    public async Task What_stands_around_the_name_of_an_error_does_not_count(string written)
    {
        using var client = TestClients.Identity(new(CannedAnswer.JsonError(written)));

        await Assert.ThrowsAsync<Amazon.CognitoIdentity.Model.ResourceNotFoundException>(() =>
            client.DescribeIdentityPoolAsync(new(), TestContext.Current.CancellationToken)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"Message":"why"}""")]
    public async Task The_name_of_an_error_may_stand_in_a_header(string body)
    {
        using var client = TestClients.Identity(
            new(new CannedAnswer(body, HttpStatusCode.BadRequest) { ErrorType = "NotAuthorizedException:http://internal" })
        );

        var fault = await Assert.ThrowsAsync<Amazon.CognitoIdentity.Model.NotAuthorizedException>(() =>
            client.DescribeIdentityPoolAsync(new(), TestContext.Current.CancellationToken)
        );

        Assert.NotEmpty(fault.Message);
    }

    [Theory]
    [InlineData("ExpiredTokenException")]
    [InlineData("AmazonCognitoIdentityRequest")]
    [InlineData("Odd, Version=1.0")]
    [InlineData("List`1[[x")]
    public async Task An_error_without_a_type_of_its_own_keeps_its_code(string code)
    {
        using var client = TestClients.Identity(new(CannedAnswer.JsonError(code)));

        var fault = await Assert.ThrowsAsync<AmazonCognitoIdentityException>(() =>
            client.DescribeIdentityPoolAsync(new(), TestContext.Current.CancellationToken)
        );

        Assert.Equal(code, fault.ErrorCode);
    }

    [Theory]
    [InlineData("<html>Bad gateway</html>", "HTML page")]
    [InlineData("", "empty")]
    [InlineData("{\"__ty", "cut off")]
    [InlineData("{\"__type\":\"X\",\"message\":\"\\ud800\"}", "cut off")]
    [InlineData("{}", "cut off")]
    public async Task An_unreadable_JSON_error_is_the_exception_of_the_service(string body, string reason)
    {
        using var client = TestClients.Identity(new(new CannedAnswer(body, HttpStatusCode.BadGateway)));

        var fault = await Assert.ThrowsAsync<AmazonCognitoIdentityException>(() =>
            client.DescribeIdentityPoolAsync(new(), TestContext.Current.CancellationToken)
        );

        Assert.Contains("502", fault.Message, StringComparison.Ordinal);
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadGateway, fault.StatusCode);
    }

    [Theory]
    [InlineData("<html><p>Bad gateway</html>", "HTML page")]
    [InlineData("<html>Bad gateway</html>", "HTML page")]
    [InlineData("", "empty")]
    [InlineData("<ErrorResponse><Err", "cut off")]
    [InlineData("<ErrorResponse><Error/></ErrorResponse>", "cut off")]
    public async Task An_unreadable_XML_error_is_the_exception_of_the_service(string body, string reason)
    {
        using var client = TestClients.Iam(new(CannedAnswer.Xml(body, HttpStatusCode.BadGateway)));

        var fault = await Assert.ThrowsAsync<AmazonIdentityManagementServiceException>(() => client.GetRoleAsync(new(), TestContext.Current.CancellationToken));

        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadGateway, fault.StatusCode);
    }

    private static void Check(AmazonServiceException fault, string space, string name)
    {
        Assert.Equal($"{space}.{name}", fault.GetType().FullName);
        Assert.Equal((name, "why", "id-in-header", HttpStatusCode.BadRequest), (fault.ErrorCode, fault.Message, fault.RequestId, fault.StatusCode));
    }

    private static IEnumerable<Type> Types(Type general) => general.Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(general));

    private static TheoryData<string> Names(Type general) => [.. Types(general).Select(type => type.Name)];
}
