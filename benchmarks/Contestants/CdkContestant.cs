using System.Globalization;
using IdentityPools.Benchmarks.Measuring;

namespace IdentityPools.Benchmarks.Contestants;

/// <summary>aws-cdk-lib, with or without its validation of the templates.</summary>
internal sealed class CdkContestant : IContestant
{
    private readonly CdkToolchain toolchain;
    private readonly bool validates;

    public CdkContestant(CdkToolchain toolchain, bool validates)
    {
        this.toolchain = toolchain;
        this.validates = validates;
    }

    public string Name => validates ? "CDK" : "CDK, validation off";

    // Without the variable the library validates: that is how it is shipped.
    public CommandLine Export(int count, string directory) =>
        new("node", toolchain.Script, count.ToString(CultureInfo.InvariantCulture), directory)
        {
            Environment = new Dictionary<string, string?> { ["CDK_VALIDATION"] = validates ? null : "false" },
        };
}
