using IdentityPools.Benchmarks.Measuring;

namespace IdentityPools.Benchmarks.Contestants;

/// <summary>A way to turn definitions of rich identity pools into CloudFormation templates, in a process of its own.</summary>
internal interface IContestant
{
    string Name { get; }

    /// <summary>The process that writes templates of <paramref name="count"/> pools into a directory.</summary>
    CommandLine Export(int count, string directory);
}
