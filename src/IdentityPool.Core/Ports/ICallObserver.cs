namespace IdentityPools.Ports;

/// <summary>Hears of what a service does. Called from any thread.</summary>
internal interface ICallObserver
{
    /// <summary>Work goes on in an account. It may be said more than once.</summary>
    void Entered(Planning.AwsAccount account);

    /// <summary>A call of AWS has ended.</summary>
    void Called(ApiCall call);

    /// <summary>A step of a plan has been done.</summary>
    /// <param name="done">How many steps are done.</param>
    /// <param name="total">How many there are.</param>
    /// <param name="description">The step that comes next, or the last one.</param>
    void Progressed(int done, int total, string description);

    /// <summary>A step has changed something in the account.</summary>
    void Changed(string description);

    /// <summary>A step did not work and is tried again after a while.</summary>
    void Repeats(ServiceException reason);

    /// <summary>Something the user should know although nothing failed.</summary>
    void Warned(string message);
}

/// <summary>A call of AWS that has ended.</summary>
/// <param name="Operation">The service and operation, <c>iam:CreateRole</c> for example.</param>
/// <param name="Target">What it was about: an id, a name.</param>
/// <param name="Duration">How long it took, retries included.</param>
/// <param name="Error">AWS's error code when it failed.</param>
internal sealed record ApiCall(string Operation, string Target, TimeSpan Duration, string? Error);
