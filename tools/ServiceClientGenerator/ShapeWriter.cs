using System.Text;

namespace ServiceClientGenerator;

/// <summary>Writes what a protocol, or whoever else goes through members by their names, knows of each structure.</summary>
internal static class ShapeWriter
{
    /// <param name="surface">The types.</param>
    /// <param name="space">The namespace to write into.</param>
    public static string Write(Surface surface, string space)
    {
        var code = new StringBuilder(
            $$"""
            using {{surface.Namespace}};
            using {{surface.Namespace}}.Model;
            using AwsServiceClients.Protocol;

            namespace {{space}};

            """
        );
        foreach (var structure in surface.Structures)
        {
            code.AppendLine().Append(Shape(surface, structure));
        }

        return code.ToString();
    }

    private static string Shape(Surface surface, StructureType structure)
    {
        var name = structure.Name;
        var members = structure.Members.Select(member => $"        new(\"{member.Name}\", {Expression(surface, member.Shape)}),");
        var gets = structure.Members.Select((member, index) => $"            {index} => (({name})structure).{Surface.Upper(member.Name)},");
        var sets = structure.Members.Select(
            (member, index) => $"            case {index}: (({name})structure).{Surface.Upper(member.Name)} = ({surface.TypeOf(member.Shape)}?)value; break;"
        );
        return $$"""
            internal sealed class {{name}}Shape : StructureShape
            {
                public static readonly {{name}}Shape Instance = new();

                public override object Create() => new {{name}}();

                public override object? Get(object structure, int member) =>
                    member switch
                    {
            {{string.Join("\n", gets)}}
                        _ => throw new ArgumentOutOfRangeException(nameof(member)),
                    };

                public override void Set(object structure, int member, object? value)
                {
                    switch (member)
                    {
            {{string.Join("\n", sets)}}
                        default: throw new ArgumentOutOfRangeException(nameof(member));
                    }
                }

                protected override Member[] CreateMembers() =>
                [
            {{string.Join("\n", members)}}
                ];
            }

            """;
    }

    private static string Expression(Surface surface, Reference reference, bool isElement = false) =>
        surface.ShapeOf(reference) switch
        {
            { Type: "list" } list => $"Shape.List<{surface.TypeOf(list.Element!, isElement: true)}>({Expression(surface, list.Element!, isElement: true)})",
            { Type: "map" } map => $"Shape.Map<{surface.TypeOf(map.Element!, isElement: true)}>({Expression(surface, map.Element!, isElement: true)})",
            { Type: "integer" } => "Shape.Integer",
            { Type: "boolean" } => "Shape.Boolean",
            { Type: "timestamp" } => "Shape.Time",
            { Type: "structure" } => $"{surface.NameOf(reference.Name)}Shape.Instance",
            { IsEnumeration: true } when !isElement => $"Shape.Constant({surface.NameOf(reference.Name)}.FindValue)",
            _ => "Shape.Text",
        };
}
