namespace IdentityPools.Benchmarks;

/// <summary>A reason why nothing can be measured, in words that tell the user what to do.</summary>
internal sealed class BenchmarkException : Exception
{
    public BenchmarkException(string message)
        : base(message) { }

    public BenchmarkException(string message, Exception innerException)
        : base(message, innerException) { }
}
