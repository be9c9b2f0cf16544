using System.Collections;
using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Live;
using IdentityPools.Model;
using IdentityPools.Planning;
using IdentityPools.Ports;
using IdentityPools.Simulation;
using IdentityPools.Values;

namespace IdentityPools.Commands;

/// <summary>
/// Gets the credentials that a client of an identity pool would get, as a guest or with a login. Needs no AWS credentials. Every guest is a new identity.
/// </summary>
[Cmdlet(VerbsCommon.Get, "IdentityPoolCredential", DefaultParameterSetName = InputObjectSet, HelpUri = HelpPages.Base + "Get-IdentityPoolCredential.md")]
[OutputType(typeof(IdentityPoolCredential))]
public sealed class GetIdentityPoolCredentialCommand : LiveCommand
{
    internal const string IdSet = "Id";
    internal const string InputObjectSet = "InputObject";

    private CredentialRequest request = null!;
    private DeveloperToken? developerToken;

    /// <summary>The ids of the pools.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Alias("IdentityPoolId")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(IdentityPoolIdCompleter))]
    public string[] Id { get; set; } = [];

    /// <summary>The pools, as Get-IdentityPool and Publish-IdentityPool -PassThru give them.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = InputObjectSet, ValueFromPipeline = true)]
    [ValidateNotNull]
    [TakePoolByArn]
    [ArgumentCompleter(typeof(VariableCompleter<IdentityPool>))]
    public IdentityPool InputObject { get; set; } = null!;

    /// <summary>
    /// The tokens by provider: its name in the API, Google and the like, a user pool by id, ARN or provider name, or the ARN of a provider of IAM. A token is a
    /// string or a SecureString. Without it: credentials of a guest.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LoginCompleter))]
    public IDictionary? Login { get; set; }

    /// <summary>The role to choose where the token offers several.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RoleArnCompleter))]
    public string? CustomRoleArn { get; set; }

    /// <summary>The identity, where it is known already. A token of the pool's own for a developer identity says it itself.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? IdentityId { get; set; }

    /// <summary>The account that the pool has to be of, 12 digits.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? AccountId { get; set; }

    /// <summary>Uses the classic (basic) flow: a token of the pool, and with it a session of -RoleArn at AWS STS.</summary>
    [Parameter]
    [RejectNull]
    public SwitchParameter Classic { get; set; }

    /// <summary>The role to assume in the classic flow, where no role mapping applies.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RoleArnCompleter))]
    public string? RoleArn { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        request = this.ReadArgument(Request);
    }

    /// <inheritdoc/>
    private protected override void CheckArguments() => Array.ForEach(Id, id => IdentityPoolId.Check(id));

    /// <inheritdoc/>
    private protected override void Process()
    {
        if (ParameterSetName == InputObjectSet)
        {
            Item(
                InputObject,
                () =>
                {
                    var id = InputObject.Id ?? throw DefinitionErrors.Create(nameof(Messages.CredentialNeedsId), InputObject, InputObject);
                    Get(ServiceFor(InputObject), id, InputObject);
                }
            );
            return;
        }

        foreach (var id in Id)
        {
            Item(id, () => Get(ServiceFor(id), id, IdentityPool.FromId(id)));
        }
    }

    private CredentialRequest Request()
    {
        CheckFlow();
        var logins = Logins.From(PSValue.Values(Login));
        developerToken = DeveloperToken.Find(logins);
        if ((IdentityId ?? developerToken?.IdentityId) is { } named && !IdentityPoolId.IsWellFormed(named))
        {
            throw DefinitionErrors.Create(nameof(Messages.InvalidIdentityId), named, named);
        }

        if (developerToken is not null && (IdentityId ?? developerToken.IdentityId) != developerToken.IdentityId)
        {
            throw DefinitionErrors.Create(nameof(Messages.IdentityOfOtherToken), IdentityId, IdentityId, developerToken.IdentityId);
        }

        var identity = IdentityId ?? developerToken?.IdentityId;
        return new()
        {
            PoolId = "",
            Logins = logins,
            IdentityId = identity,
            CustomRoleArn = Role(CustomRoleArn),
            ClassicRoleArn = Role(RoleArn),
            AccountId =
                AccountId is null ? null
                : identity is null ? AwsAccount.CheckId(AccountId)
                : throw DefinitionErrors.Create(nameof(Messages.AccountIdWithIdentity), AccountId),
        };
    }

    private void CheckFlow()
    {
        var isGiven = new Predicate<string>(name => name == nameof(Classic) ? Classic.IsPresent : this.IsBound(name));
        isGiven.CheckGoesWith(nameof(Classic), nameof(RoleArn));
        isGiven.CheckGoesWith(nameof(RoleArn), nameof(Classic));
        if (Classic && CustomRoleArn is not null)
        {
            throw DefinitionErrors.Create(nameof(Messages.ClassicCustomRole), CustomRoleArn);
        }
    }

    private static string? Role(string? arn) =>
        arn is null ? null : Arn.Check(WrittenArn.CheckEntity(arn), "iam", "role/", nameof(Messages.InvalidCustomRole)).Literal;

    private void Get(IIdentityPoolService service, string id, IdentityPool pool)
    {
        developerToken?.CheckIsOf(id);
        if (request.IdentityId is { } identity && IdentityPoolId.RegionOf(identity) != IdentityPoolId.RegionOf(id))
        {
            throw DefinitionErrors.Create(nameof(Messages.IdentityOfOtherRegion), identity, identity, id);
        }

        var asked = request with { PoolId = id };
        var refusal = new LoginRefusal(service, asked, pool.IsPartial ? null : pool, Observer(id));
        var credential = Await(cancellation => refusal.ExplainedAsync(service.GetCredentialAsync(asked, Observer(id), cancellation), cancellation));
        if (Classic && asked.Logins.Count == 0)
        {
            WriteWarning(MessageText.Format(nameof(Messages.ClassicGuest), RoleArn));
        }

        WriteObject(credential);
    }
}
