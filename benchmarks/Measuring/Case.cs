namespace IdentityPools.Benchmarks.Measuring;

/// <summary>Something to measure, as often as wanted.</summary>
internal sealed record Case(string Name, Func<Measurement> Run);
