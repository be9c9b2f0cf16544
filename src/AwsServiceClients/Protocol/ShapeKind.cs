namespace AwsServiceClients.Protocol;

/// <summary>The kinds of values in the models.</summary>
internal enum ShapeKind
{
    Text,
    Boolean,
    Integer,
    Time,
    Constant,
    List,
    Map,
    Structure,
}
