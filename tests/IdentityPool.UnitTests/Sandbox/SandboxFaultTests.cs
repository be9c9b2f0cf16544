using System.Net.Sockets;
using System.Text.Json;
using IdentityPools.Sandbox;
using Xunit;

namespace IdentityPools.UnitTests.Sandbox;

/// <summary>Every fault in the wire form of the service that it happens to.</summary>
public sealed class SandboxFaultTests : IDisposable
{
    private const string Input = """{"IdentityPoolName":"shop","AllowUnauthenticatedIdentities":false}""";
    private const string User = "User: arn:aws:iam::123456789012:user/sandbox is not authorized to perform: ";

    private readonly JsonClient client = new();

    public void Dispose() => client.Dispose();

    [Theory]
    [InlineData(SandboxFaultKind.Throttling, 400, "TooManyRequestsException")]
    [InlineData(SandboxFaultKind.InternalError, 500, "InternalErrorException")]
    [InlineData(SandboxFaultKind.ServiceUnavailable, 503, "ServiceUnavailable")]
    [InlineData(SandboxFaultKind.AccessDenied, 400, "AccessDeniedException")]
    [InlineData(SandboxFaultKind.ExpiredToken, 400, "ExpiredTokenException")]
    [InlineData(SandboxFaultKind.InvalidCredentials, 400, "UnrecognizedClientException")]
    [InlineData(SandboxFaultKind.ClockSkew, 400, "InvalidSignatureException")]
    [InlineData(SandboxFaultKind.ConcurrentModification, 400, "ConcurrentModificationException")]
    [InlineData(SandboxFaultKind.LimitExceeded, 400, "LimitExceededException")]
    public async Task A_JSON_service_answers_a_fault_and_does_nothing(SandboxFaultKind kind, int status, string code)
    {
        client.Account.AddFault(new(kind));
        var answer = await client.CallAsync("CreateIdentityPool", Input);
        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.Equal((status, code), (client.Account.Calls[0].StatusCode, client.Account.Calls[0].ErrorCode));
        Assert.Equal(0, await CountAsync());
    }

    [Theory]
    [InlineData(SandboxFaultKind.Throttling, 400, "Throttling")]
    [InlineData(SandboxFaultKind.InternalError, 500, "ServiceFailure")]
    [InlineData(SandboxFaultKind.ServiceUnavailable, 503, "ServiceUnavailable")]
    [InlineData(SandboxFaultKind.AccessDenied, 403, "AccessDenied")]
    [InlineData(SandboxFaultKind.ExpiredToken, 403, "ExpiredToken")]
    [InlineData(SandboxFaultKind.InvalidCredentials, 403, "InvalidClientTokenId")]
    [InlineData(SandboxFaultKind.ClockSkew, 403, "SignatureDoesNotMatch")]
    [InlineData(SandboxFaultKind.ConcurrentModification, 409, "ConcurrentModification")]
    [InlineData(SandboxFaultKind.LimitExceeded, 409, "LimitExceeded")]
    public async Task IAM_answers_a_fault(SandboxFaultKind kind, int status, string code)
    {
        client.Account.AddFault(new(kind));
        using var iam = QueryClient.Iam(client.Account);
        var answer = await iam.CallAsync("ListRoles");
        Assert.Equal((status, code), ((int)answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_time_out_comes_at_once_and_nothing_happens()
    {
        client.Account.AddFault(new(SandboxFaultKind.TimeOut));
        var exception = await Assert.ThrowsAsync<TaskCanceledException>(CreateAsync);
        Assert.IsType<TimeoutException>(exception.InnerException);
        Assert.Equal((0, "TimeOut"), (client.Account.Calls[0].StatusCode, client.Account.Calls[0].ErrorCode));
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task A_reset_connection_breaks_before_anything_happens()
    {
        client.Account.AddFault(new(SandboxFaultKind.ConnectionReset));
        var exception = await Assert.ThrowsAsync<HttpRequestException>(CreateAsync);
        Assert.IsType<SocketException>(Assert.IsType<IOException>(exception.InnerException).InnerException);
        Assert.Equal(0, await CountAsync());
    }

    [Theory]
    [InlineData(SandboxFaultKind.LostResponse, typeof(HttpRequestException))]
    [InlineData(SandboxFaultKind.TimeOutAfter, typeof(TaskCanceledException))]
    public async Task An_answer_may_be_lost_after_the_work_was_done(SandboxFaultKind kind, Type exception)
    {
        client.Account.AddFault(new(kind));
        Assert.IsType(exception, await Record.ExceptionAsync(CreateAsync));
        Assert.Equal(200, client.Account.Calls[0].StatusCode);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task A_gateway_answers_in_HTML()
    {
        client.Account.AddFault(new(SandboxFaultKind.HtmlAnswer));
        var answer = await client.CallAsync("CreateIdentityPool", Input);
        Assert.Equal(502, answer.Status);
        Assert.StartsWith("<html>", answer.Text, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task An_answer_may_be_empty_or_end_in_the_middle()
    {
        client.Account.AddFault(new(SandboxFaultKind.EmptyAnswer));
        client.Account.AddFault(new(SandboxFaultKind.TruncatedAnswer));
        Assert.Empty((await client.CallAsync("CreateIdentityPool", Input)).Ok().Text);
        var truncated = (await client.CallAsync("CreateIdentityPool", Input)).Ok();
        Assert.ThrowsAny<JsonException>(() => truncated.Body);
        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task A_fault_waits_for_its_operation_and_its_turn()
    {
        client.Account.AddFault(new(SandboxFaultKind.Throttling, "CreateIdentityPool", Skip: 1, Count: 2));
        var codes = new List<string?>();
        for (var call = 0; call < 4; call++)
        {
            codes.Add((await client.CallAsync("CreateIdentityPool", Input)).Code);
            await CountAsync();
        }

        Assert.Equal([null, "TooManyRequestsException", "TooManyRequestsException", null], codes);
    }

    [Fact]
    public async Task Faults_can_be_taken_back()
    {
        client.Account.AddFault(new(SandboxFaultKind.Throttling, Count: 100));
        client.Account.ClearFaults();
        (await client.CallAsync("CreateIdentityPool", Input)).Ok();
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 0)]
    public void A_fault_happens_a_number_of_times(int skip, int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => client.Account.AddFault(new(SandboxFaultKind.Throttling, Skip: skip, Count: count)));

    [Theory]
    [InlineData("cognito-identity:CreateIdentityPool")]
    [InlineData("cognito-identity:*")]
    public async Task A_denied_action_is_named(string action)
    {
        client.Account.DenyAction(action);
        (await client.CallAsync("CreateIdentityPool", Input)).Refused(
            "AccessDeniedException",
            User + "cognito-identity:CreateIdentityPool on resource: * because no identity-based policy allows the cognito-identity:CreateIdentityPool action"
        );
    }

    [Fact]
    public async Task A_denied_action_of_IAM_is_a_403()
    {
        client.Account.DenyAction("iam:CreateRole");
        using var iam = QueryClient.Iam(client.Account);
        var answer = await iam.CallAsync("CreateRole", ("RoleName", "a"), ("AssumeRolePolicyDocument", IamPolicyTexts.PoolTrust));
        Assert.Equal((403, "AccessDenied"), ((int)answer.Status, answer.Code));
        Assert.StartsWith(User + "iam:CreateRole", answer.Message, StringComparison.Ordinal);
    }

    private Task<JsonAnswer> CreateAsync() => client.CallAsync("CreateIdentityPool", Input);

    private async Task<int> CountAsync() => (await client.CallAsync("ListIdentityPools", """{"MaxResults":60}""")).Ok()["IdentityPools"]!.AsArray().Count;
}
