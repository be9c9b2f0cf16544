using System.Management.Automation;
using Xunit;

namespace IdentityPools.ModuleTests.Parity;

/// <summary>What a script left behind.</summary>
/// <param name="Output">What it wrote.</param>
/// <param name="Errors">Its errors; the last one is what ended it, if something did.</param>
/// <param name="Warnings">Its warnings.</param>
internal sealed record ScriptOutcome(IReadOnlyList<PSObject> Output, IReadOnlyList<ErrorRecord> Errors, IReadOnlyList<string> Warnings)
{
    /// <summary>The ids of the errors, without the command.</summary>
    public IEnumerable<string> ErrorIds => Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]);

    /// <summary>The only thing written, of a script that had no error.</summary>
    public T Result<T>()
    {
        Assert.Empty(Errors.Select(error => error.ToString()));
        return Assert.IsType<T>(Assert.Single(Output).BaseObject);
    }
}
