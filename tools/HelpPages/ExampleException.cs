namespace IdentityPools.HelpPages;

/// <summary>An example that cannot be run: what it needs is not there, or it does not end.</summary>
public sealed class ExampleException : Exception
{
    /// <summary>An example that cannot be run.</summary>
    /// <param name="message">Which, and why.</param>
    /// <param name="cause">What happened.</param>
    public ExampleException(string message, Exception? cause = null)
        : base(message, cause) { }
}
