using System.ComponentModel;
using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Model;

namespace IdentityPools.Commands;

/// <summary>A command about one provider of the pool.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ProviderCommand : PoolCommand
{
    internal const string ProviderSet = "Provider";
    internal const string UserPoolSet = "UserPool";
    internal const string OpenIdConnectProviderSet = "OpenIdConnectProvider";
    internal const string SamlProviderSet = "SamlProvider";
    internal const string ProviderUrlSet = "ProviderUrl";

    private protected ProviderCommand() { }

    /// <summary>A public login provider.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ProviderSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(LoginProviderCompleter))]
    public ChoiceArgument<LoginProviderName>? Provider { get; set; }

    /// <summary>A user pool, named in any of the ways that Add-UserPoolAuthentication takes.</summary>
    [Parameter(Mandatory = true, ParameterSetName = UserPoolSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(UserPoolCompleter))]
    public UserPoolArgument? UserPool { get; set; }

    /// <summary>An OpenID Connect provider: ARN, intrinsic function or definition.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OpenIdConnectProviderSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(OpenIdConnectProviderCompleter))]
    public OpenIdConnectProviderArgument? OpenIdConnectProvider { get; set; }

    /// <summary>A SAML provider: ARN, intrinsic function or definition.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SamlProviderSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(SamlProviderCompleter))]
    public SamlProviderArgument? SamlProvider { get; set; }

    /// <summary>The provider as AWS names it, or an intrinsic function.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ProviderUrlSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(MappedProviderUrlCompleter))]
    public TemplateArgument? ProviderUrl { get; set; }

    /// <summary>The client of <see cref="UserPool"/>, for commands that tell clients apart.</summary>
    private protected virtual UserPoolClientArgument? Client => null;

    /// <summary>The provider that the arguments name.</summary>
    /// <exception cref="Validation.DefinitionException">A client is named without its user pool.</exception>
    private protected ProviderReference Reference() =>
        ProviderArguments.Single(Provider?.Value, UserPool, Client, OpenIdConnectProvider, SamlProvider, ProviderUrl)!;
}
