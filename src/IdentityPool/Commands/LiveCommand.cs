using System.ComponentModel;
using System.Management.Automation;
using System.Security;
using IdentityPools.Binding;
using IdentityPools.Live;
using IdentityPools.Ports;
using IdentityPools.Progress;
using IdentityPools.Validation;

namespace IdentityPools.Commands;

/// <summary>A command that calls AWS.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class LiveCommand : DefinitionCommand
{
    private readonly Dictionary<string, IIdentityPoolService> services = [];
    private readonly Lazy<CallPump> pump;
    private ConnectionSettings settings = new();
    private IdentityPoolSession? fixedSession;

    private protected LiveCommand()
    {
        // The host is known only once the engine has taken the command in.
        pump = new(() => new(Host));
        Bar = new(this);
    }

    /// <summary>The region to work in.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>The profile of the shared configuration files.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    public string? ProfileName { get; set; }

    /// <summary>Access key id and secret access key.</summary>
    [Parameter]
    [ValidateNotNull]
    [Credential]
    [ArgumentCompleter(typeof(VariableCompleter<PSCredential>))]
    public PSCredential? Credential { get; set; }

    /// <summary>The session token that belongs to temporary credentials.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(VariableCompleter<SecureString>))]
    public SecureString? SessionToken { get; set; }

    /// <summary>Another endpoint than AWS's own.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? EndpointUrl { get; set; }

    /// <summary>A session of Connect-IdentityPool, in place of the default one.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(VariableCompleter<IdentityPoolSession>))]
    public IdentityPoolSession? Session { get; set; }

    private protected CallPump Pump => pump.Value;

    private protected ProgressBar Bar { get; }

    /// <summary>Whether nothing may be changed, by argument or by preference.</summary>
    private protected bool IsWhatIf =>
        MyInvocation.BoundParameters.TryGetValue("WhatIf", out var bound)
            ? LanguagePrimitives.IsTrue(bound)
            : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));

    /// <summary>The region that the arguments fix; null when the id of a pool may choose it.</summary>
    private protected string? FixedRegion => fixedSession?.Region ?? settings.Region;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        var ownSettings = new object?[] { Region, ProfileName, Credential, SessionToken, EndpointUrl }.Any(argument => argument is not null);
        settings = Argument(() =>
            Session is not null && ownSettings
                ? throw Fault.Of(nameof(Messages.SessionAndSettings), Session)
                : ConnectionArguments.Settings(Region, ProfileName, Credential, SessionToken, EndpointUrl)
        );
        fixedSession = Session ?? (ownSettings ? null : DefaultSession.Value);
    }

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => Pump.Stop();

    /// <summary>Runs a call on the thread pool; meanwhile the pipeline thread writes what is reported.</summary>
    private protected T Await<T>(Func<CancellationToken, Task<T>> call) => Pump.Wait(Pump.Start(call));

    private protected CallObserver Observer(string pool) => new(this, Pump, Bar, pool);

    /// <summary>The service for a pool, or for the account when no pool is named.</summary>
    /// <exception cref="DefinitionException">The id is not well-formed, or of another region than the one that is worked in.</exception>
    private protected IIdentityPoolService ServiceFor(string? id)
    {
        if (id is not null)
        {
            IdentityPoolId.Check(id, FixedRegion);
        }

        return fixedSession?.Service ?? Connected(settings.Region ?? (id is null ? null : IdentityPoolId.RegionOf(id)));
    }

    /// <summary>The service for the pool that an ARN names.</summary>
    /// <exception cref="DefinitionException">The ARN is of no identity pool, of another region or of another account.</exception>
    private protected IIdentityPoolService ServiceForArn(string arn)
    {
        var service = ServiceFor(IdentityPoolId.OfArn(arn));
        var account = Await(cancellation => service.GetAccountAsync(Observer(arn), cancellation));
        var owner = Arn.Parse(arn).Account;
        return account.Id == owner ? service : throw Fault.Of(nameof(Messages.IdentityPoolOfAnotherAccount), arn, arn, owner, account.Id);
    }

    /// <summary>Does something with one item. What is wrong with the item is an error of its own; what is wrong with the connection ends the command.</summary>
    private protected void Item(object target, Action action)
    {
        try
        {
            action();
        }
        catch (DefinitionException fault)
        {
            WriteError(Errors.Of(fault));
        }
        catch (ServiceException fault)
        {
            var record = Errors.Of(fault, target);
            if (fault.Kind is ServiceFaultKind.Settings or ServiceFaultKind.Authentication)
            {
                End(record);
            }

            WriteError(record);
        }
    }

    /// <summary>Ends the command: lets the calls that run come to their end first.</summary>
    private protected virtual void End(ErrorRecord record)
    {
        Pump.Abandon();
        Bar.Complete();
        ThrowTerminatingError(record);
    }

    private IIdentityPoolService Connected(string? region)
    {
        if (!services.TryGetValue(region ?? "", out var service))
        {
            try
            {
                service = Connection.Open(Pump, settings with { Region = region });
            }
            catch (ServiceException fault)
            {
                End(Errors.Of(fault, region));
                throw;
            }

            services.Add(region ?? "", service);
        }

        return service;
    }
}
