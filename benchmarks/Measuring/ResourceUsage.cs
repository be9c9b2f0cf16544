using System.Runtime.InteropServices;

namespace IdentityPools.Benchmarks.Measuring;

/// <summary>The part that is read here of <c>struct rusage</c> as 64-bit Linux lays it out, see getrusage(2).</summary>
[StructLayout(LayoutKind.Explicit, Size = 144)]
internal readonly struct ResourceUsage
{
    /// <summary>The largest resident set, in KiB.</summary>
    [FieldOffset(32)]
    public readonly long MaximumResidentSet;
}
