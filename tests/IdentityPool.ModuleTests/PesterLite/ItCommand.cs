using System.Management.Automation;

namespace IdentityPools.ModuleTests.PesterLite;

/// <summary>A test.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "It")]
public sealed class ItCommand : BlockCommand
{
    private protected override void Add(TestSession session, string name, object? data, bool hasData) =>
        session.Current!.Children.Add(
            new TestCase
            {
                Name = name,
                Parent = session.Current,
                Data = data,
                HasData = hasData,
                Skip = Skip,
                Body = Body,
            }
        );
}
