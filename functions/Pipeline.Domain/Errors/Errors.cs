namespace Pipeline.Domain;

/// <summary>A file does not have a layout that any known edition has: header, columns, field count, sheet.</summary>
public sealed class LayoutDriftException(Fault fault, Exception? cause = null) : PipelineException(fault, cause);

/// <summary>A file is not what it claims to be: empty, an error page, an archive, another encoding, cut off.</summary>
public sealed class UnreadableFileException(Fault fault, Exception? cause = null) : PipelineException(fault, cause);

/// <summary>A code or name that the reference tables do not know; it stops the load of its source and is never dropped.</summary>
public sealed class UnknownCodeException : PipelineException
{
    /// <summary>An unknown code outside a file.</summary>
    public UnknownCodeException(string codeList, string code, string expected)
        : this(codeList, code, new Fault(codeList, "code", expected, $"'{code}'", "use a known code, or add this one to the reference table")) { }

    /// <summary>An unknown code in a file.</summary>
    public UnknownCodeException(string codeList, string code, Fault fault)
        : base(fault) => (CodeList, Code) = (codeList, code);

    /// <summary>Name of the code list.</summary>
    public string CodeList { get; }

    /// <summary>The unknown code.</summary>
    public string Code { get; }
}

/// <summary>A unit that the reader does not know, or that cannot be added to another.</summary>
public sealed class UnitMismatchException(Fault fault) : PipelineException(fault);

/// <summary>A correction no longer fits the cell it was written for: the publisher has changed the file, so a person must look.</summary>
public sealed class CorrectionGuardException(Fault fault) : PipelineException(fault);

/// <summary>A parameter is missing, malformed or asked for before its first date.</summary>
public sealed class ParameterException(Fault fault) : PipelineException(fault)
{
    /// <summary>True when nothing but the day is at fault: it lies before the first value of the parameter.</summary>
    public bool IsBeforeFirstValue { get; init; }
}

/// <summary>A number would leave the pipeline without evidence, evidence does not lead to a cell, or the number is not what its evidence gives.</summary>
public sealed class MissingEvidenceException(Fault fault) : PipelineException(fault);

/// <summary>A figure that cannot be true: a price of zero or below, a negative mass.</summary>
public sealed class ImplausibleValueException(Fault fault) : PipelineException(fault);

/// <summary>The formula of a piece of evidence cannot be computed: it is malformed, or its lists do not fit each other.</summary>
public sealed class FormulaException(Fault fault) : PipelineException(fault);
