using IdentityPools.Template;
using IdentityPools.Values;
using Xunit;

namespace IdentityPools.UnitTests.Import;

/// <summary>What an import takes grows with the template, not with its square. The memory that it asks for on the way is counted, which is the same on every machine.</summary>
public sealed class ImportSizeTests
{
    [Theory]
    [InlineData(LargeTemplateKind.OwnRoles, false)]
    [InlineData(LargeTemplateKind.OwnRoles, true)]
    [InlineData(LargeTemplateKind.RolesByFunction, false)]
    [InlineData(LargeTemplateKind.ExistingRoles, false)]
    [InlineData(LargeTemplateKind.OneRole, false)]
    [InlineData(LargeTemplateKind.OneExistingRole, false)]
    [InlineData(LargeTemplateKind.Groups, false)]
    [InlineData(LargeTemplateKind.OneOutput, false)]
    [InlineData(LargeTemplateKind.Parameters, false)]
    [InlineData(LargeTemplateKind.Parameters, true)]
    [InlineData(LargeTemplateKind.UnknownConditions, true)]
    [InlineData(LargeTemplateKind.PrincipalTags, false)]
    [InlineData(LargeTemplateKind.Unrelated, false)]
    public void TwiceTheResourcesTakeTwiceAsMuch(LargeTemplateKind kind, bool isEvaluated)
    {
        Taken(kind, 100, isEvaluated);
        var once = Taken(kind, 300, isEvaluated);
        var twice = Taken(kind, 600, isEvaluated);
        Assert.InRange((double)twice / once, 1.5, 2.4);
    }

    /// <summary>Each would be worked out within the other if they were followed as they are written, and that would end the process.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void FollowsConditionsThatNeedEachOtherInALongRow(bool isEvaluated)
    {
        const int Length = 20_000;
        var conditions = new TemplateMapping { { "C0", Call("Fn::Equals", "a", "b") } };
        for (var number = 1; number <= Length; number++)
        {
            conditions.Add($"C{number}", Call("Fn::Not", TemplateMapping.Single("Condition", $"C{number - 1}")));
        }

        var pool = new TemplateMapping
        {
            { "Type", ResourceTypes.IdentityPool },
            { "Condition", $"C{Length - 1}" },
            {
                "Properties",
                new TemplateMapping { { "AllowUnauthenticatedIdentities", false } }
            },
        };
        var template = new TemplateMapping
        {
            { "Conditions", conditions },
            {
                "Resources",
                new TemplateMapping { { "Pool", pool } }
            },
        };
        Assert.Single(Import(template, isEvaluated).Pools);
    }

    [Fact]
    public void LeavesANameThatGoesThroughThousandsOfResourcesAsItIs()
    {
        const int Length = 20_000;
        var resources = new TemplateMapping { { "B0", LargeTemplate.Resource("AWS::S3::Bucket", new() { { "BucketName", "shop" } }) } };
        for (var number = 1; number <= Length; number++)
        {
            resources.Add($"B{number}", LargeTemplate.Resource("AWS::S3::Bucket", new() { { "BucketName", Intrinsic.RefTo($"B{number - 1}") } }));
        }

        resources.Add(
            "Near",
            LargeTemplate.Resource(
                ResourceTypes.IdentityPool,
                new() { { "IdentityPoolName", Intrinsic.RefTo("B9") }, { "AllowUnauthenticatedIdentities", false } }
            )
        );
        resources.Add(
            "Far",
            LargeTemplate.Resource(
                ResourceTypes.IdentityPool,
                new() { { "IdentityPoolName", Intrinsic.RefTo($"B{Length}") }, { "AllowUnauthenticatedIdentities", false } }
            )
        );
        var pools = Import(new TemplateMapping { { "Resources", resources } }, isEvaluated: true).Pools;
        Assert.Equal(["shop", Intrinsic.RefTo($"B{Length}")], pools.Select(pool => pool.TypedName?.Node));
    }

    /// <summary>What one trust policy says is kept for the pools that it names, and not for one that it does not.</summary>
    [Fact]
    public void TellsThePoolsOfOneTrustPolicyApart()
    {
        var resources = new TemplateMapping { { "Role", LargeTemplate.Role("Pool0", "Pool1") } };
        for (var number = 0; number < 3; number++)
        {
            LargeTemplate.AddPool(resources, number);
            LargeTemplate.AddAttachment(resources, number, Intrinsic.AttributeOf("Role", "Arn"));
        }

        var pools = Import(new TemplateMapping { { "Resources", resources } }, isEvaluated: false).Pools;
        Assert.Equal([true, true, false], pools.Select(pool => pool.AuthenticatedRole!.IsManaged));
    }

    /// <summary>Names are looked up by how they begin and end: none that may be meant must be passed over.</summary>
    [Theory]
    [InlineData("shop", "SHOP", true, true)]
    [InlineData("shop", "shop2", false, false)]
    [InlineData("${AWS::StackName}-shop", "${AWS::StackName}-shop", true, true)]
    [InlineData("${AWS::StackName}-shop", "prod-SHOP", true, false)]
    [InlineData("prod-shop", "${AWS::StackName}-shop", true, false)]
    [InlineData("${AWS::StackName}-shop", "prod-shop2", false, false)]
    [InlineData("prod-${AWS::StackName}", "prod-shop", true, false)]
    [InlineData("prod-${AWS::StackName}", "test-shop", false, false)]
    [InlineData("prod-${AWS::StackName}", "pro${AWS::Region}", true, false)]
    [InlineData("pro${AWS::StackName}", "prod-${AWS::Region}", true, false)]
    [InlineData("a-${AWS::StackName}-shop", "${AWS::Region}p", true, false)]
    [InlineData("a-${AWS::StackName}-shop", "${AWS::Region}q", false, false)]
    public void FindsThePoliciesOfARoleByItsName(string roleName, string target, bool mayBe, bool isCertain)
    {
        var role = LargeTemplate.Role("Pool0");
        var properties = new TemplateMapping((TemplateMapping)role["Properties"]!) { { "RoleName", Name(roleName) } };
        var resources = new TemplateMapping { { "Role", LargeTemplate.Resource(ResourceTypes.Role, properties) } };
        LargeTemplate.AddPolicy(resources, 0, Name(target));
        LargeTemplate.AddPolicy(resources, 1, "z");
        LargeTemplate.AddPolicy(resources, 2, Name("y-${AWS::Region}-y"));
        var template = new TemplateSource(new() { { "Resources", resources } });
        var link = template.Policies.Find(template.Find("Role")!).SingleOrDefault();
        Assert.Equal((mayBe ? "Policy0" : null, mayBe ? isCertain : null), (link?.Policy.Id, link?.IsCertain));

        static TemplateNode Name(string text) => text.Contains('$', StringComparison.Ordinal) ? TemplateMapping.Single(Intrinsic.Sub, text) : text;
    }

    private static long Taken(LargeTemplateKind kind, int count, bool isEvaluated)
    {
        var template = LargeTemplate.Create(kind, count);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Import(template, isEvaluated);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static ImportedTemplate Import(TemplateNode root, bool isEvaluated) =>
        TemplateImporter.Import(
            root,
            isEvaluated ? new EvaluationInput { Region = "eu-west-1", Parameters = new Dictionary<string, TemplateNode>() } : new EvaluationInput()
        );

    private static TemplateMapping Call(string function, params ReadOnlySpan<TemplateNode> arguments) =>
        TemplateMapping.Single(function, TemplateSequence.Create(arguments));
}
