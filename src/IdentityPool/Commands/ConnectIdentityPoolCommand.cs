using System.Management.Automation;
using System.Security;
using IdentityPools.Binding;
using IdentityPools.Live;
using IdentityPools.Ports;

namespace IdentityPools.Commands;

/// <summary>Makes a session the default of the runspace.</summary>
[Cmdlet(VerbsCommunications.Connect, "IdentityPool", DefaultParameterSetName = RealSet, HelpUri = HelpPages.Base + "Connect-IdentityPool.md")]
[OutputType(typeof(IdentityPoolSession))]
public sealed class ConnectIdentityPoolCommand : DefinitionCommand
{
    internal const string RealSet = "Real";
    internal const string SandboxSet = "Sandbox";

    private const string SandboxRegion = "eu-west-1";

    private CallPump pump = null!;

    /// <summary>The region to work in. Without it: the region of the profile or the environment.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>The profile of the shared configuration files.</summary>
    [Parameter(ParameterSetName = RealSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    public string? ProfileName { get; set; }

    /// <summary>Access key id and secret access key.</summary>
    [Parameter(ParameterSetName = RealSet)]
    [ValidateNotNull]
    [Credential]
    [ArgumentCompleter(typeof(VariableCompleter<PSCredential>))]
    public PSCredential? Credential { get; set; }

    /// <summary>The session token that belongs to temporary credentials.</summary>
    [Parameter(ParameterSetName = RealSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(VariableCompleter<SecureString>))]
    public SecureString? SessionToken { get; set; }

    /// <summary>Another endpoint than AWS's own.</summary>
    [Parameter(ParameterSetName = RealSet)]
    [ValidateNotNull]
    public Uri? EndpointUrl { get; set; }

    /// <summary>Connects to an account in memory: no network, no bill, gone with the session.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SandboxSet)]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>The id of the account in memory, 12 digits.</summary>
    [Parameter(ParameterSetName = SandboxSet)]
    [ValidatePattern("^[0-9]{12}$")]
    public string AccountId { get; set; } = "123456789012";

    /// <summary>Emits the session, and leaves the default session as it is.</summary>
    [Parameter]
    public SwitchParameter NotDefault { get; set; }

    /// <summary>Emits the session.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => pump = new(Host);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var settings = Argument(() => ConnectionArguments.Settings(Region, ProfileName, Credential, SessionToken, EndpointUrl));
        var session = Open(Sandbox ? settings with { IsSandbox = true, AccountId = AccountId, Region = settings.Region ?? DefaultSandboxRegion() } : settings);
        if (!NotDefault)
        {
            DefaultSession.Value = session;
        }

        if (PassThru || NotDefault)
        {
            WriteObject(session);
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => pump?.Stop();

    private static string DefaultSandboxRegion() => Environment.GetEnvironmentVariable("AWS_REGION") is { Length: > 0 } region ? region : SandboxRegion;

    private IdentityPoolSession Open(ConnectionSettings settings)
    {
        try
        {
            return new(Connection.Open(pump, settings), settings);
        }
        catch (ServiceException fault)
        {
            ThrowTerminatingError(Errors.Of(fault, (object?)settings.ProfileName ?? settings.Region));
            throw;
        }
    }
}
