namespace IdentityPools.HelpBuilder;

/// <summary>A page that cannot be read on.</summary>
public sealed class PageException : Exception
{
    /// <summary>A page with a problem.</summary>
    /// <param name="problem">What is wrong.</param>
    public PageException(Problem problem)
        : base(problem.ToString()) => Problem = problem;

    /// <summary>What is wrong.</summary>
    public Problem Problem { get; }
}
