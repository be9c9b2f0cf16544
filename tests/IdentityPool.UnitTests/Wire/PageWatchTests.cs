using Amazon.Runtime;
using IdentityPools.Aws;
using IdentityPools.Ports;
using IdentityPools.UnitTests.Clients;
using IdentityPools.UnitTests.Live;
using Xunit;

namespace IdentityPools.UnitTests.Wire;

/// <summary>Lists that come in pages and do not end, or contradict themselves.</summary>
public sealed class PageWatchTests
{
    private const string Pool = "eu-west-1:11111111-2222-3333-4444-";

    private readonly Account observer = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private delegate Task Read(AwsClients clients, ApiCalls calls);

    private static readonly Dictionary<string, (Read Read, Func<string, string, CannedAnswer> Page)> Lists = new()
    {
        ["ListIdentityPools"] = (
            async (clients, calls) =>
            {
                await foreach (var page in new PoolReader(clients, calls, Cancellation).ListAsync())
                {
                    Assert.NotNull(page);
                }
            },
            (id, token) =>
                new($$"""{"IdentityPools":[{"IdentityPoolId":"{{Pool}}{{id.PadLeft(12, '0')}}","IdentityPoolName":"shop"}],"NextToken":"{{token}}"}""")
        ),
        ["ListUserPools"] = (
            (clients, calls) => new SupportReader(clients, calls, Cancellation).UserPoolsNamedAsync("none"),
            (id, token) => new($$"""{"UserPools":[{"Id":"eu-west-1_{{id}}","Name":"people"}],"NextToken":"{{token}}"}""")
        ),
        ["ListUserPoolClients"] = (
            (clients, calls) => new SupportReader(clients, calls, Cancellation).ClientsNamedAsync("eu-west-1_a", "none"),
            (id, token) => new($$"""{"UserPoolClients":[{"ClientId":"{{id}}","UserPoolId":"eu-west-1_a","ClientName":"web"}],"NextToken":"{{token}}"}""")
        ),
        ["ListRoles"] = (
            (clients, calls) => new RoleReader(clients, calls, Cancellation).NamesEndingInAsync("none"),
            (id, token) => Iam("ListRoles", $"<Roles><member><RoleName>role{id}</RoleName></member></Roles>", token)
        ),
        ["ListRolePolicies"] = (
            (clients, calls) => new RoleReader(clients, calls, Cancellation).RemainsAsync("User", "none"),
            (id, token) => Iam("ListRolePolicies", $"<PolicyNames><member>policy{id}</member></PolicyNames>", token)
        ),
        ["ListAttachedRolePolicies"] = (
            (clients, calls) => new RoleReader(clients, calls, Cancellation).RemainsAsync("User", "none"),
            (id, token) =>
                Iam(
                    "ListAttachedRolePolicies",
                    $"<AttachedPolicies><member><PolicyArn>arn:aws:iam::aws:policy/{id}</PolicyArn></member></AttachedPolicies>",
                    token
                )
        ),
    };

    public static TheoryData<string> Operations => [.. Lists.Keys];

    [Theory]
    [MemberData(nameof(Operations))]
    public Task One_token_for_ever_is_an_error(string operation) => Refused(operation, nameof(Messages.ListNeverEnds), page => ($"{page}", "again"));

    [Theory]
    [MemberData(nameof(Operations))]
    public Task A_circle_of_tokens_is_an_error(string operation) => Refused(operation, nameof(Messages.ListNeverEnds), page => ($"{page}", $"{page % 3}"));

    [Theory]
    [MemberData(nameof(Operations))]
    public Task New_tokens_for_ever_are_an_error(string operation) => Refused(operation, nameof(Messages.ListNeverEnds), page => ($"{page}", $"{page}"));

    [Theory]
    [MemberData(nameof(Operations))]
    public Task The_same_thing_on_two_pages_is_an_error(string operation) => Refused(operation, nameof(Messages.ListHoldsTwice), page => ("7", $"{page}"));

    private async Task Refused(string operation, string errorId, Func<int, (string Id, string Token)> page)
    {
        var pages = 0;
        var wire = new PagedWire(
            operation,
            () =>
            {
                var (id, token) = page(Interlocked.Increment(ref pages));
                return Lists[operation].Page(id, token);
            }
        );
        var clients = new AwsClients("eu-west-1", new BasicAWSCredentials("AKIDEXAMPLE", "secret"), null, wire);

        var fault = await Assert.ThrowsAsync<ServiceException>(() => Lists[operation].Read(clients, new(new(8), observer)));

        Assert.Equal((errorId, ServiceErrorKind.Connection), (fault.ErrorId, fault.Kind));
        Assert.Contains($":{operation} ", fault.Message, StringComparison.Ordinal);
    }

    private static CannedAnswer Iam(string operation, string list, string token) =>
        CannedAnswer.Xml(
            $"<{operation}Response><{operation}Result>{list}<IsTruncated>true</IsTruncated><Marker>{token}</Marker></{operation}Result></{operation}Response>"
        );

    /// <summary>Answers one operation with pages, and every other one that there is no such thing.</summary>
    private sealed class PagedWire(string operation, Func<CannedAnswer> page) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(operation, page));

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        private sealed class Handler(string operation, Func<CannedAnswer> page) : HttpMessageHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                var isJson = request.Headers.TryGetValues("X-Amz-Target", out var target);
                var isAsked = isJson
                    ? target!.Single().EndsWith($".{operation}", StringComparison.Ordinal)
                    : (await request.Content!.ReadAsStringAsync(cancellationToken)).Contains($"Action={operation}&", StringComparison.Ordinal);
                return (isAsked ? page() : CannedAnswer.XmlError("NoSuchEntity")).ToMessage();
            }
        }
    }
}
