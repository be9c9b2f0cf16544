using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Security;
using IdentityPools.Completion;
using IdentityPools.Errors;
using IdentityPools.Live;
using IdentityPools.Model;
using IdentityPools.Planning;
using IdentityPools.Ports;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Commands;

/// <summary>A command that calls AWS.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class LiveCommand : PSCmdlet
{
    private readonly Lazy<CallPump> pump;
    private readonly HashSet<AwsAccount> entered = [];
    private Connection connection = null!;
    private bool hasLeft;

    private protected LiveCommand()
    {
        // The host is known only once the engine has taken the command in.
        pump = new(() => new(Host) { CheckInterrupt = CheckInterrupt });
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

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        var ownSettings = new object?[] { Region, ProfileName, Credential, SessionToken, EndpointUrl }.Any(argument => argument is not null);
        connection = this.ReadArgument(() =>
            Session is not null && ownSettings
                ? throw DefinitionErrors.Create(nameof(Messages.SessionAndSettings), Session)
                : new Connection(Pump, ConnectionArguments.Settings(Region, ProfileName, Credential, SessionToken, EndpointUrl), Session)
        );
        this.CheckArguments(CheckArguments);
    }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => Guarded(Process);

    /// <inheritdoc/>
    protected sealed override void EndProcessing()
    {
        Guarded(Complete);
        Bar.Complete();
    }

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => Pump.Stop();

    /// <summary>Checks what the command line gives, ids for example. What an object of the pipeline gives is not there yet, and an error of that object.</summary>
    /// <exception cref="DefinitionException">An argument cannot be.</exception>
    private protected virtual void CheckArguments() { }

    /// <summary>Takes what comes by the pipeline.</summary>
    private protected virtual void Process() { }

    /// <summary>Does what is left when nothing more comes.</summary>
    private protected virtual void Complete() { }

    /// <summary>Says what is done and what is not when the command ends before its time. All that ran has ended, but for what a stop left behind.</summary>
    private protected virtual void Leaving() { }

    /// <summary>Says something when the command ends before its time.</summary>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "The command ends for a reason already; what is heard is the first one."
    )]
    private protected void SayLast(string text)
    {
        try
        {
            WriteWarning(text);
        }
        catch (ActionPreferenceStopException)
        {
            // It was shown; the command ends already.
        }
        catch (Exception)
        {
            // The streams of a pipeline that is being stopped, or that an error has ended, are closed, and so may be the command that they lead to; the host
            // still listens.
            Host.UI.WriteWarningLine(text);
        }
    }

    /// <summary>Runs a call that changes nothing on the thread pool; meanwhile the pipeline thread writes what is reported.</summary>
    private protected T Await<T>(Func<CancellationToken, Task<T>> call) => Pump.Wait(Pump.Start(call));

    private protected CallObserver Observer(string pool) => new(this, Pump, Bar, pool, entered);

    /// <summary>The service for the account as a whole.</summary>
    private protected IIdentityPoolService ServiceForAccount() => Connected(() => connection.To(region: null));

    /// <summary>The service for the pool that an id names.</summary>
    /// <exception cref="DefinitionException">The id is not well-formed, or of another region than the one that is worked in.</exception>
    private protected IIdentityPoolService ServiceFor(string id)
    {
        IdentityPoolId.Check(id, connection.Region);
        return Connected(() => connection.To(IdentityPoolId.RegionOf(id)));
    }

    /// <summary>The service for a definition, or for the pool that it is to be compared with or published over.</summary>
    /// <param name="pool">The definition.</param>
    /// <param name="id">The id of another pool than the definition's own.</param>
    /// <exception cref="DefinitionException">The id is not well-formed or of another region than the one that is worked in, or the definition is of another account.</exception>
    private protected IIdentityPoolService ServiceFor(IdentityPool pool, string? id = null)
    {
        if (pool.IsReference || pool.Id is null)
        {
            // Nothing was read: only the id says anything.
            return (id ?? pool.Id) is { } named ? ServiceFor(named) : ServiceForAccount();
        }

        IdentityPoolId.Check(id ?? pool.Id, connection.GivenRegion ?? pool.Region);
        return Connected(() => connection.To(pool));
    }

    /// <summary>The service for the pool that an ARN names.</summary>
    /// <exception cref="DefinitionException">The ARN is of no identity pool, of another region or of another account.</exception>
    private protected IIdentityPoolService ServiceForArn(string arn)
    {
        var service = ServiceFor(IdentityPoolId.OfArn(arn));
        CheckOwns(service, arn, arn);
        return service;
    }

    /// <exception cref="DefinitionException">The ARN is of another account.</exception>
    private protected void CheckOwns(IIdentityPoolService service, string arn, object target) =>
        Await(cancellation => service.GetAccountAsync(Observer(arn), cancellation)).CheckOwns(arn, target);

    /// <summary>The list of the account's pools as it comes, page by page; who stops asking stops the paging.</summary>
    private protected IEnumerable<ListingPage> Listed(IIdentityPoolService service)
    {
        // Begun in a call of its own, so that the token is that of the command.
        var pages = Await(cancellation => Task.FromResult(service.ListAsync(Observer(nameof(IdentityPool)), cancellation).GetAsyncEnumerator(cancellation)));
        try
        {
            while (Await(_ => pages.MoveNextAsync().AsTask()))
            {
                yield return pages.Current;
            }
        }
        finally
        {
            // Nobody waits for this: a page that is still on its way when the command is stopped cannot be given up yet.
            _ = Pump.Start(async _ =>
            {
                await pages.DisposeAsync().ConfigureAwait(false);
                return true;
            });
        }
    }

    /// <summary>Does something with one item. What is wrong with the item is an error of its own; what is wrong with the connection ends the command.</summary>
    private protected void Item(object target, Action action)
    {
        try
        {
            action();
        }
        catch (DefinitionException exception)
        {
            WriteError(ErrorRecords.Create(exception));
        }
        catch (ServiceException exception)
        {
            var record = ErrorRecords.Create(exception, target);
            if (exception.Kind is ServiceErrorKind.Settings or ServiceErrorKind.Authentication)
            {
                End(record);
            }

            WriteError(record);
        }
    }

    /// <summary>Ends the command for what is wrong with the connection.</summary>
    private void End(ErrorRecord record)
    {
        Leave();
        ThrowTerminatingError(record);
    }

    /// <summary>
    /// Whatever ends the command before its time, a stop, a preference, a command that wants no more or fails further down: no call of it goes on behind the
    /// script's back.
    /// </summary>
    private void Guarded(Action action)
    {
        try
        {
            action();
        }
        catch
        {
            Leave();
            throw;
        }
    }

    /// <summary>Any loop of a script ends when the pipeline is being stopped.</summary>
    private void CheckInterrupt() => InvokeCommand.InvokeScript("while ($true) { break }");

    private void Leave()
    {
        if (hasLeft)
        {
            return;
        }

        hasLeft = true;
        Pump.Abandon();
        Leaving();
        Bar.Complete();
    }

    private IIdentityPoolService Connected(Func<IIdentityPoolService> connect)
    {
        try
        {
            return connect();
        }
        catch (ServiceException exception)
        {
            End(ErrorRecords.Create(exception, connection.Region));
            throw;
        }
    }
}
