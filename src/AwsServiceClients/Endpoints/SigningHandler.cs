using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;

namespace AwsServiceClients.Endpoints;

/// <summary>Says which calls are signed.</summary>
internal sealed class SigningHandler : BaseAuthResolverHandler
{
    private readonly Type[] unsigned;

    /// <param name="unsigned">The requests that anyone may make.</param>
    public SigningHandler(params Type[] unsigned)
    {
        this.unsigned = unsigned;
    }

    protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) =>
        unsigned.Contains(executionContext.RequestContext.OriginalRequest.GetType()) ? AuthSchemeOption.DEFAULT_NOAUTH : AuthSchemeOption.DEFAULT_SIGV4;
}
