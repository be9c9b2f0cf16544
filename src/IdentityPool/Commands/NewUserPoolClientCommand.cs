using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Model;

namespace IdentityPools.Commands;

/// <summary>Defines an app client that is created with an identity pool.</summary>
[Cmdlet(VerbsCommon.New, "UserPoolClient", HelpUri = HelpPages.Base + "New-UserPoolClient.md")]
[OutputType(typeof(UserPoolClient))]
public sealed class NewUserPoolClientCommand : PSCmdlet
{
    /// <summary>The name, 1 to 128 characters. Without one CloudFormation makes one up.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public TemplateArgument? Name { get; set; }

    /// <summary>The user pool. Without it, the one that the client is attached with.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(UserPoolCompleter))]
    public UserPoolArgument? UserPool { get; set; }

    /// <summary>Gives the client a secret. Browser and mobile apps cannot keep one.</summary>
    [Parameter]
    public SwitchParameter GenerateSecret { get; set; }

    /// <summary>The ways to sign in without the hosted pages. Without it: secure remote password and refresh token.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(AuthFlowCompleter))]
    public TemplateArgument[]? ExplicitAuthFlow { get; set; }

    /// <summary>Where the hosted pages may send people after they signed in.</summary>
    [Parameter]
    [ValidateNotNull]
    public TemplateArgument[]? CallbackUrl { get; set; }

    /// <summary>Where the hosted pages may send people after they signed out.</summary>
    [Parameter]
    [ValidateNotNull]
    public TemplateArgument[]? LogoutUrl { get; set; }

    /// <summary>The OAuth flows of the hosted pages: code, implicit or client_credentials.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(OAuthFlowCompleter))]
    public TemplateArgument[]? AllowedOAuthFlow { get; set; }

    /// <summary>The OAuth scopes that the client may ask for.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(OAuthScopeCompleter))]
    public TemplateArgument[]? AllowedOAuthScope { get; set; }

    /// <summary>The identity providers of the user pool that the client offers. Without it: COGNITO.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(SupportedIdentityProviderCompleter))]
    public TemplateArgument[]? SupportedIdentityProvider { get; set; }

    /// <summary>Nothing: it makes a definition that comes by the pipeline an error, in place of taking a few of its properties.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public IDefinition? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => this.CheckArguments(() => UserPoolClient.Define(Settings()));

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        this.WriteDefined(
            InputObject,
            () =>
            {
                var client = UserPoolClient.Define(Settings());
                if (client.UserPool is { } userPool && WrittenUserPool.Doubt(userPool) is { } doubt)
                {
                    WriteWarning(doubt);
                }

                return client;
            }
        );

    private UserPoolClientSettings Settings() =>
        new()
        {
            Name = Name?.Value,
            UserPool = UserPool?.Value,
            GenerateSecret = this.IsBound(nameof(GenerateSecret)) ? GenerateSecret.ToBool() : null,
            ExplicitAuthFlows = ExplicitAuthFlow is null ? null : TemplateArgument.ValuesOf(ExplicitAuthFlow),
            CallbackUrls = TemplateArgument.ValuesOf(CallbackUrl),
            LogoutUrls = TemplateArgument.ValuesOf(LogoutUrl),
            AllowedOAuthFlows = TemplateArgument.ValuesOf(AllowedOAuthFlow),
            AllowedOAuthScopes = TemplateArgument.ValuesOf(AllowedOAuthScope),
            SupportedIdentityProviders = SupportedIdentityProvider is null ? null : TemplateArgument.ValuesOf(SupportedIdentityProvider),
        };
}
