using System.Management.Automation;

namespace IdentityPools.ModuleTests.PesterLite;

/// <summary>A group of tests.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "Describe")]
public class DescribeCommand : BlockCommand
{
    private protected override void Add(TestSession session, string name, object? data, bool hasData)
    {
        var parent = session.Current!;
        var block = new TestBlock
        {
            Name = name,
            Parent = parent,
            Data = data,
            HasData = hasData,
            Skip = Skip,
        };
        parent.Children.Add(block);
        session.Current = block;
        SessionState.Enter(block.Variables, () => SessionState.Dot(Body));
        session.Current = parent;
    }
}
