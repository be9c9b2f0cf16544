namespace IdentityPools.Sandbox.Faults;

/// <summary>The faults that are to happen.</summary>
internal sealed class FaultQueue
{
    private readonly object gate = new();
    private readonly List<Pending> pending = [];

    public void Add(SandboxFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfNegative(fault.Skip);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fault.Count);
        lock (gate)
        {
            pending.Add(new(fault));
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            pending.Clear();
        }
    }

    /// <summary>What happens to a call; null when it goes well.</summary>
    public SandboxFaultKind? Next(string operation)
    {
        lock (gate)
        {
            foreach (var fault in pending.Where(item => string.IsNullOrEmpty(item.Fault.Operation) || item.Fault.Operation == operation))
            {
                if (fault.Skip-- > 0)
                {
                    continue;
                }

                if (--fault.Count == 0)
                {
                    pending.Remove(fault);
                }

                return fault.Fault.Kind;
            }

            return null;
        }
    }

    private sealed class Pending(SandboxFault fault)
    {
        public SandboxFault Fault => fault;

        public int Skip { get; set; } = fault.Skip;

        public int Count { get; set; } = fault.Count;
    }
}
