namespace IdentityPools.Packager;

/// <summary>What makes a package impossible, in words for whoever releases.</summary>
public sealed class PackagingException : Exception
{
    /// <summary>Without words.</summary>
    public PackagingException() { }

    /// <summary>In words.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    public PackagingException(string message)
        : base(message) { }

    /// <summary>In words, with the cause.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public PackagingException(string message, Exception innerException)
        : base(message, innerException) { }
}
