using System.Management.Automation;
using System.Security;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Errors;
using IdentityPools.Live;
using IdentityPools.Planning;
using IdentityPools.Ports;
using IdentityPools.Values;

namespace IdentityPools.Commands;

/// <summary>Makes a session the default of the runspace.</summary>
[Cmdlet(VerbsCommunications.Connect, "IdentityPool", DefaultParameterSetName = RealSet, HelpUri = HelpPages.Base + "Connect-IdentityPool.md")]
[OutputType(typeof(IdentityPoolSession))]
public sealed class ConnectIdentityPoolCommand : PSCmdlet, IDisposable
{
    internal const string RealSet = "Real";
    internal const string SandboxSet = "Sandbox";

    private CallPump? pump;

    // Arguments are examined in the command, not by attributes: so the error is that of the command, with its id and its remedy.

    /// <summary>The region to work in. Without it: the region of the profile or the environment.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>The profile of the shared configuration files.</summary>
    [Parameter(ParameterSetName = RealSet)]
    [Parameter(ParameterSetName = SandboxSet, DontShow = true)]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    public string? ProfileName { get; set; }

    /// <summary>Access key id and secret access key.</summary>
    [Parameter(ParameterSetName = RealSet)]
    [Parameter(ParameterSetName = SandboxSet, DontShow = true)]
    [Credential]
    [ArgumentCompleter(typeof(VariableCompleter<PSCredential>))]
    public PSCredential? Credential { get; set; }

    /// <summary>The session token that belongs to temporary credentials.</summary>
    [Parameter(ParameterSetName = RealSet)]
    [Parameter(ParameterSetName = SandboxSet, DontShow = true)]
    [ArgumentCompleter(typeof(VariableCompleter<SecureString>))]
    public SecureString? SessionToken { get; set; }

    /// <summary>Another endpoint than AWS's own.</summary>
    [Parameter(ParameterSetName = RealSet)]
    [Parameter(ParameterSetName = SandboxSet, DontShow = true)]
    public Uri? EndpointUrl { get; set; }

    /// <summary>Connects to an in-memory account: no network, no bill, gone with the session.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SandboxSet)]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>The id of the in-memory account, 12 digits.</summary>
    [Parameter(ParameterSetName = SandboxSet)]
    [Parameter(ParameterSetName = RealSet, DontShow = true)]
    public string AccountId { get; set; } = "123456789012";

    /// <summary>The only accounts that may be called with this session, or with other credentials while it is the session of the runspace.</summary>
    [Parameter]
    public string[]? AllowedAccountId { get; set; }

    /// <summary>Emits the session, and leaves the default session as it is.</summary>
    [Parameter]
    public SwitchParameter NotDefault { get; set; }

    /// <summary>Emits the session.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>
    /// The end of the command, whatever came of it. Where the engine could not bind an argument it never began, and the session before is not what was meant.
    /// </summary>
    public void Dispose()
    {
        // Completion and help make commands too, outside of pipelines.
        if (pump is null && !NotDefault && MyInvocation is { PipelinePosition: > 0 })
        {
            DefaultSession.Block();
        }
    }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        pump = new(Host);
        if (!NotDefault)
        {
            // From here to the end there is no session, whatever comes between.
            DefaultSession.Block();
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var session = Open(this.ReadArgument(Settings));
        if (!NotDefault)
        {
            DefaultSession.Set(session);
            Say(MessageText.Format(nameof(Messages.Connected), session));
        }

        if (PassThru || NotDefault)
        {
            WriteObject(session);
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => pump?.Stop();

    /// <summary>Says where one is, to those who want to hear it: a script may connect often, and its output is not ours.</summary>
    private void Say(string where)
    {
        WriteVerbose(where);
        WriteInformation(where, [nameof(IdentityPool)]);
    }

    private ConnectionSettings Settings()
    {
        CheckGiven();
        CheckKind();
        var settings = ConnectionArguments.Settings(Region, ProfileName, Credential, SessionToken, EndpointUrl) with
        {
            AllowedAccountIds = (AllowedAccountId ?? []).Select(AwsAccount.CheckId).ToValueList(),
        };
        // A sandbox is the same on every machine: nothing of it comes from the environment.
        return Sandbox
            ? settings with
            {
                IsSandbox = true,
                AccountId = AwsAccount.CheckId(AccountId),
                Region = settings.Region ?? SandboxDefaults.Region,
            }
            : settings;
    }

    /// <summary>A variable that holds nothing is not the same as a parameter that was left out.</summary>
    private void CheckGiven()
    {
        var empty = MyInvocation.BoundParameters.FirstOrDefault(bound => PSValue.Base(bound.Value) is null or "" or Array { Length: 0 });
        if (empty.Key is { } parameter)
        {
            throw DefinitionErrors.Create(nameof(Messages.EmptyConnectionArgument), parameter, $"-{parameter}");
        }
    }

    /// <summary>A sandbox has none of what a real account is reached by.</summary>
    private void CheckKind()
    {
        if (!Sandbox)
        {
            new Predicate<string>(this.IsBound).CheckGoesWith(nameof(AccountId), nameof(Sandbox));
            return;
        }

        var real = Array.Find([nameof(ProfileName), nameof(Credential), nameof(SessionToken), nameof(EndpointUrl)], this.IsBound);
        if (real is not null)
        {
            throw DefinitionErrors.Create(nameof(Messages.SandboxAndConnection), real, real);
        }
    }

    private IdentityPoolSession Open(ConnectionSettings settings)
    {
        try
        {
            return new(Connection.Open(pump!, settings), settings);
        }
        catch (ServiceException exception)
        {
            ThrowTerminatingError(ErrorRecords.Create(exception, (object?)settings.ProfileName ?? settings.Region));
            throw;
        }
    }
}
