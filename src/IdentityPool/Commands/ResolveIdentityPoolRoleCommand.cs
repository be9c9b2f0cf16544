using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Errors;
using IdentityPools.Model;
using IdentityPools.Simulation;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Commands;

/// <summary>Tells which role a request for credentials gets, and why; with -Coverage, whether every rule can be reached.</summary>
[Cmdlet(VerbsDiagnostic.Resolve, "IdentityPoolRole", DefaultParameterSetName = ClaimSet, HelpUri = HelpPages.Base + "Resolve-IdentityPoolRole.md")]
[OutputType(typeof(RoleDecision), ParameterSetName = [ClaimSet, ClaimInputSet, TokenSet, GroupSet, GuestSet])]
[OutputType(typeof(RoleCoverage), ParameterSetName = [CoverageSet])]
public sealed class ResolveIdentityPoolRoleCommand : PSCmdlet
{
    internal const string ClaimSet = "Claim";
    internal const string ClaimInputSet = "ClaimInput";
    internal const string TokenSet = "Token";
    internal const string GroupSet = "Group";
    internal const string GuestSet = "Guest";
    internal const string CoverageSet = "Coverage";

    private ProviderReference? provider;
    private SimulatedPool? pool;
    private RoleRequest? request;

    /// <summary>The pool: a definition, imported or live.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ClaimSet)]
    [Parameter(Mandatory = true, ParameterSetName = ClaimInputSet)]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = TokenSet)]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = GroupSet)]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = GuestSet)]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = CoverageSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(VariableCompleter<IdentityPool>))]
    [TakeStored]
    public IdentityPool InputObject { get; set; } = null!;

    /// <summary>The claims of the token, as a hashtable or an object.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ClaimSet)]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ClaimInputSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ClaimTableCompleter))]
    public ClaimArgument[] Claim { get; set; } = [];

    /// <summary>The identity token. It is read, not verified.</summary>
    [Parameter(Mandatory = true, ParameterSetName = TokenSet)]
    [ValidateNotNull]
    public TokenArgument[] Token { get; set; } = [];

    /// <summary>The groups of the user: names of groups that the definition has, or each with name, role and precedence.</summary>
    [Parameter(Mandatory = true, ParameterSetName = GroupSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public GroupArgument[] Group { get; set; } = [];

    /// <summary>Nobody logs in.</summary>
    [Parameter(Mandatory = true, ParameterSetName = GuestSet)]
    public SwitchParameter Guest { get; set; }

    /// <summary>Tells of every rule whether any claims can reach it, and what falls through.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CoverageSet)]
    public SwitchParameter Coverage { get; set; }

    /// <summary>A public login provider.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(LoginProviderCompleter))]
    public ChoiceArgument<LoginProviderName>? Provider { get; set; }

    /// <summary>A user pool, named in any of the ways that Add-UserPoolAuthentication takes.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(UserPoolCompleter))]
    public UserPoolArgument? UserPool { get; set; }

    /// <summary>The app client of the user pool. Without it, the only one that the pool has of that user pool.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(UserPoolClientCompleter))]
    public UserPoolClientArgument? UserPoolClient { get; set; }

    /// <summary>An OpenID Connect provider: ARN, intrinsic function or definition.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(OpenIdConnectProviderCompleter))]
    public OpenIdConnectProviderArgument? OpenIdConnectProvider { get; set; }

    /// <summary>A SAML provider: ARN, intrinsic function or definition.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(SamlProviderCompleter))]
    public SamlProviderArgument? SamlProvider { get; set; }

    /// <summary>The provider as AWS names it, or an intrinsic function.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ProviderUrlCompleter))]
    public TemplateArgument? ProviderUrl { get; set; }

    /// <summary>The role that the caller asks for: an ARN, or the name of a managed role.</summary>
    [Parameter(ParameterSetName = ClaimSet)]
    [Parameter(ParameterSetName = ClaimInputSet)]
    [Parameter(ParameterSetName = TokenSet)]
    [Parameter(ParameterSetName = GroupSet)]
    [Parameter(ParameterSetName = GuestSet)]
    [Parameter(ParameterSetName = CoverageSet, DontShow = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CustomRoleCompleter))]
    public string? CustomRoleArn { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        provider = this.ReadArgument(() =>
            ProviderArguments.Single(Provider?.Value, UserPool, UserPoolClient, OpenIdConnectProvider, SamlProvider, ProviderUrl)
        );
        if (provider is not null && Guest)
        {
            ThrowTerminatingError(ErrorRecords.Create(DefinitionErrors.Create(nameof(Messages.GuestWithProvider), provider.ToString(), provider)));
        }

        this.CheckArguments(() =>
        {
            if (Coverage)
            {
                // It is about every sign-in.
                new Predicate<string>(this.IsBound).CheckGoesWith(nameof(CustomRoleArn), nameof(Claim), nameof(Token), nameof(Group), nameof(Guest));
            }

            Array.ForEach(Claim, claims => _ = claims.Value);
            Array.ForEach(Token, token => JsonWebToken.Read(token.Value));
            _ = Groups();
        });
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!ReferenceEquals(pool?.Definition, InputObject) && !Take())
        {
            return;
        }

        if (Coverage)
        {
            WriteCoverage(pool!);
        }
        else if (Guest)
        {
            Decide(() => pool!.RequestOfGuest() with { CustomRole = CustomRoleArn });
        }
        else
        {
            WriteDecisions(pool!);
        }
    }

    /// <summary>Takes the next pool; one of which only the id is known is an error of its own.</summary>
    private bool Take()
    {
        try
        {
            pool = new(InputObject);
            request = null;
            return true;
        }
        catch (DefinitionException exception)
        {
            WriteError(ErrorRecords.Create(exception));
            return false;
        }
    }

    private void WriteDecisions(SimulatedPool simulated)
    {
        foreach (var claims in Claim)
        {
            Decide(() => Request() with { Claims = claims.Value, CustomRole = CustomRoleArn });
        }

        foreach (var token in Token)
        {
            Decide(() => new TokenRequest(simulated, TimeProvider.System).Create(token.Value, provider) with { CustomRole = CustomRoleArn });
        }

        if (Group.Length > 0)
        {
            Decide(() =>
            {
                var asked = Request();
                var (claims, remarks) = GroupClaims.Of([.. Groups().Select(group => GroupClaims.Known(InputObject, asked.Provider!, group))]);
                return asked with { Claims = claims, Remarks = remarks, CustomRole = CustomRoleArn };
            });
        }
    }

    private TokenGroup[] Groups() => [.. Group.Select((group, index) => group.Value(index + 1))];

    private void WriteCoverage(SimulatedPool simulated)
    {
        try
        {
            var mappings = provider is null ? InputObject.RoleMappings : [Request().Mapping ?? throw WithoutMapping()];
            WriteObject(mappings.SelectMany(mapping => MappingCoverage.Analyze(simulated, mapping)), enumerateCollection: true);
        }
        catch (DefinitionException exception)
        {
            WriteError(ErrorRecords.Create(exception));
        }
    }

    private DefinitionException WithoutMapping() => DefinitionErrors.Create(nameof(Messages.NoMappingToCover), InputObject, provider, InputObject);

    private void Decide(Func<RoleRequest> create) => this.WriteResult(() => new RoleDecision(create()));

    /// <summary>The request of the provider that is named, or else of the only one that there is; when all claims are for one pool, it has to have it.</summary>
    private RoleRequest Request() => request ??= ParameterSetName == ClaimInputSet ? this.ReadArgument(Find) : Find();

    private RoleRequest Find() => pool!.RequestOf(provider ?? pool.OnlyProvider(userPoolOnly: Group.Length > 0));
}
